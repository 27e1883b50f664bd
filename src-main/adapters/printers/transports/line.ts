import type { NotSentReason } from '../../../app/ports/printers.ts';

/** An open way of bytes to one printer and back: a USB device, a serial port. */
export interface Line {
  /**
   * Hands bytes over; how many the device took, at least one. Stays pending while the device takes nothing. Rejects when
   * the line broke. One call at a time.
   */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves when everything taken has left this computer. Rejects when the line broke. */
  drain(): Promise<void>;
  /** Hears what the device sends, from now on. Called once. */
  listen(heard: (bytes: Uint8Array) => void): void;
  /** Lets go of the device, also in the middle of a write. Never rejects. */
  close(): Promise<void>;
}

/** The device could not be opened: nothing was sent. */
export class LineFault extends Error {
  readonly reason: NotSentReason;
  constructor(reason: NotSentReason) {
    super(`line: ${reason}`);
    this.name = 'LineFault';
    this.reason = reason;
  }
}

/** Why a device file cannot be opened, from the system's error code. */
export function deviceFault(code: string | undefined): NotSentReason {
  switch (code) {
    case 'ENOENT':
    case 'ENXIO':
    case 'ENODEV':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'access-denied';
    case 'EBUSY':
    case 'EAGAIN':
      return 'busy';
    default:
      return 'unreachable';
  }
}
