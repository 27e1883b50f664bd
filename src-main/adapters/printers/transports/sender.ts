import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import type {
  PrinterAddress,
  PrinterStatus,
  PrintPayload,
  SendOptions,
  TransportOutcome,
} from '../../../app/ports/printers.ts';

export type AddressKind = PrinterAddress['kind'];
export type AddressOf<Kind extends AddressKind> = Extract<PrinterAddress, { readonly kind: Kind }>;

/** What a sender is told beside the address and the payload. */
export interface SendContext extends SendOptions {
  readonly profile: PrinterProfile;
  /** The app is closing: not-sent 'aborted' while nothing of the job left, uncertain 'aborted' after that. */
  readonly signal: AbortSignal;
}

/**
 * One way to reach printers. Jobs to one address come one at a time (the router sees to it) and a sender may keep what
 * it learned of a printer between jobs. A sender should not reject; the router takes a rejected job for uncertain.
 */
export interface Sender<Kind extends AddressKind> {
  /** A payload the way cannot take (pages to a raw port, bytes to a driver) ends in not-sent 'not-taken'. */
  send(address: AddressOf<Kind>, payload: PrintPayload, context: SendContext): Promise<TransportOutcome>;
  /** Asks the printer or its queue how it is, at most `limitMs`. Absent: such printers never say. */
  status?(address: AddressOf<Kind>, profile: PrinterProfile, limitMs: number): Promise<PrinterStatus>;
}

/** The ways that differ between systems: Windows has its own (adapters/printers/windows). */
export interface SystemSenders {
  readonly queue: Sender<'queue'>;
  readonly driver: Sender<'driver'>;
  readonly usb: Sender<'usb'>;
}

/** A sender for every kind of address. */
export type Senders = { readonly [Kind in AddressKind]: Sender<Kind> };
