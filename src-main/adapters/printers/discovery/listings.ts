import type { PrinterWords } from '../../../core/label/printer-families.ts';
import type { Line } from '../transports/line.ts';

/** A queue of the system, whatever the system. */
export interface ListedQueue {
  readonly name: string;
  /** What the seller reads. */
  readonly label: string;
  /** Of the driver, or of the printer where the print system knows it. */
  readonly words: PrinterWords;
  readonly serial: string | null;
  /** Where it prints to: a CUPS device URI, a Windows port. */
  readonly port: string | null;
  /** True for a queue whose driver only hands text or bytes on, so that it cannot draw pages. */
  readonly isRaw: boolean;
}

/** A printer on USB. */
export interface ListedUsbPrinter {
  /** PrinterAddress.device of kind 'usb'. */
  readonly device: string;
  readonly words: PrinterWords;
  readonly serial: string | null;
}

/** A serial or Bluetooth port that could have a printer behind it. */
export interface ListedSerialPort {
  readonly path: string;
  /** What the system calls it, or its maker. */
  readonly label: string | null;
}

/** What the system knows and how its devices are talked to. Null from a listing: this system has no such thing. */
export interface SystemListings {
  listQueues(): Promise<readonly ListedQueue[] | null>;
  listUsb(): Promise<readonly ListedUsbPrinter[] | null>;
  listSerial(): Promise<readonly ListedSerialPort[] | null>;
  /** Opens a USB printer for questions; null: not here. Throws when it cannot be had. */
  openUsb(device: string): Promise<Line | null>;
  openSerial(path: string, baudRate: number): Promise<Line | null>;
}

/** A source of printers that cannot be asked; `code` is FindReport's. */
export class FindFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`find: ${code}`);
    this.name = 'FindFault';
    this.code = code;
  }
}
