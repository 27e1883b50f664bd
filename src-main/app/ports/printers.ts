import type { Bitmap } from '../../core/label/bitmap.ts';
import type { PrinterLanguage, PrinterProfile } from '../../core/label/printer-profile.ts';
import type { WaybillDocument } from '../../core/label/waybill-document.ts';

/**
 * Where a printer is reached. tcp — raw socket, port 9100 · queue — a queue of the system that takes raw bytes · driver —
 * a queue of the system whose driver draws pages · usb — the device itself (`device` names it across restarts) ·
 * serial — a serial or Bluetooth port · folder — each job becomes a file · print-client — Cainiao's client on this machine,
 * which draws waybills itself on a printer of its own list (`printer` '': its default one).
 */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'queue'; readonly name: string }
  | { readonly kind: 'driver'; readonly name: string }
  | { readonly kind: 'usb'; readonly device: string }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'print-client';
      readonly host: (typeof PRINT_CLIENT_HOSTS)[number];
      readonly port: number;
      readonly printer: string;
    };

/** Print data may not leave the machine. */
export const PRINT_CLIENT_HOSTS = ['127.0.0.1', 'localhost'] as const;

/** What goes to a printer: bytes of its language, pages for a driver, or a waybill for the print client to draw. */
export type PrintPayload =
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'pages'; readonly pages: readonly Bitmap[]; readonly dpi: number }
  | { readonly kind: 'waybill'; readonly waybill: WaybillDocument };

export const PRINTER_CONDITIONS = [
  'paper-out',
  'paper-low',
  'head-open',
  'ribbon-out',
  'jam',
  'paused',
  'offline',
  'overheated',
  'cutter-fault',
  'label-waiting',
  'fault',
] as const;
/** What a printer says of itself. 'paper-low' and 'label-waiting' are news; the others keep it from printing. */
export type PrinterCondition = (typeof PRINTER_CONDITIONS)[number];

/** silent — reached, but it does not say (many never do) · unreachable — `reason` as in TransportOutcome. */
export type PrinterStatus =
  | { readonly kind: 'answered'; readonly conditions: readonly PrinterCondition[]; readonly isBusy: boolean }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unreachable'; readonly reason: NotSentReason };

export type NotSentReason =
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'unknown-host'
  | 'aborted'
  /** Another program holds the device. */
  | 'busy'
  | 'not-found'
  | 'access-denied'
  /** The queue's driver takes no raw data, or the address takes no such payload. */
  | 'not-taken'
  /** This system has no such way to print. */
  | 'not-supported'
  /** The print client found nothing to print in the waybill, or could not decode it. */
  | 'waybill-empty'
  | 'waybill-undecodable'
  | PrinterCondition;

/**
 * What is certain after an attempt (printing.md §9.4):
 * not-sent — no byte of the job reached the printer, safe to retry; sent — all bytes taken in good order; confirmed — the
 * printer or the system says the paper is out; uncertain — some bytes left, then something broke: never resend by itself.
 */
export type TransportOutcome =
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason }
  | { readonly kind: 'sent'; readonly bytes: number }
  | { readonly kind: 'confirmed'; readonly bytes: number }
  | {
      readonly kind: 'uncertain';
      readonly bytesTaken: number;
      readonly reason: 'stalled' | 'reset' | 'closed-early' | 'aborted' | 'queue-held' | PrinterCondition;
    };

export interface SendOptions {
  /** Name of the job where a system queue shows one. Never a buyer's data. */
  readonly title: string;
  /**
   * Ask the printer for its state before the job, on the same connection where it has one; a condition that keeps it
   * from printing ends in 'not-sent' with that condition. Costs at most 300 ms, and nothing for printers known to be silent.
   */
  readonly isStatusAsked: boolean;
}

export interface PrinterTransport {
  /** Sends one job; jobs to the same address wait for each other. Never rejects. */
  send(
    printer: { readonly address: PrinterAddress; readonly profile: PrinterProfile },
    payload: PrintPayload,
    options: SendOptions,
  ): Promise<TransportOutcome>;
  /** Asks the printer how it is, at most `limitMs`. Waits for a job under way. Never rejects. */
  status(
    printer: { readonly address: PrinterAddress; readonly profile: PrinterProfile },
    limitMs: number,
  ): Promise<PrinterStatus>;
  /** The app closes: no job begins any more, and what is under way has so long to end before it is broken off. */
  close(graceMs: number): void;
}

/** What a printer can be told apart by. Null: it did not say. */
export interface PrinterTraits {
  readonly model: string | null;
  readonly language: PrinterLanguage | null;
  readonly dpi: 203 | 300 | 600 | null;
}

export const FIND_SOURCES = ['queues', 'usb', 'serial', 'mdns', 'network', 'print-client'] as const;
/**
 * queues — the system's own list · mdns — announced on the network · network — a scan of the local network's port 9100 ·
 * print-client — what Cainiao's client on this machine prints on.
 */
export type FindSource = (typeof FIND_SOURCES)[number];

export interface FoundPrinter extends PrinterTraits {
  /** Tells the same printer from another across searches: serial number, hardware address, queue name, host and port. */
  readonly key: string;
  readonly name: string;
  readonly source: FindSource;
  readonly address: PrinterAddress;
}

/** How a search of one source ended; `code` e.g. 'no-cups', 'no-access', 'no-network'. */
export interface FindReport {
  readonly source: FindSource;
  readonly state: 'done' | 'unavailable' | 'stopped';
  readonly code: string | null;
}

export interface PrinterFinder {
  /** Looks in these places side by side; `found` hears of each printer as it turns up. Never rejects. */
  find(
    sources: readonly FindSource[],
    found: (printer: FoundPrinter) => void,
    signal: AbortSignal,
  ): Promise<readonly FindReport[]>;
  /** Asks a printer what it is. Sends only queries that other languages take for nothing; null when it says nothing. */
  probe(address: PrinterAddress, signal: AbortSignal): Promise<PrinterTraits | null>;
}
