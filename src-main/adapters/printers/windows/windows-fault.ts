import type { NotSentReason } from '../../../app/ports/printers.ts';

/** A Windows call that failed; `code` is what GetLastError said right after it. */
export class WindowsFault extends Error {
  readonly call: string;
  readonly code: number;
  constructor(call: string, code: number) {
    super(`${call} failed with Windows error ${code}`);
    this.name = 'WindowsFault';
    this.call = call;
    this.code = code;
  }
}

/** Error codes of winerror.h that printing meets (Microsoft: System Error Codes). */
const REASONS: Readonly<Record<number, NotSentReason>> = {
  /** FILE_NOT_FOUND, PATH_NOT_FOUND: a device path whose device was unplugged. */
  2: 'not-found',
  3: 'not-found',
  5: 'access-denied',
  /** NOT_READY, SHARING_VIOLATION, BUSY, DEVICE_IN_USE. */
  21: 'offline',
  32: 'busy',
  170: 'busy',
  2404: 'busy',
  28: 'paper-out',
  /** BAD_DEVICE, DEVICE_NOT_CONNECTED, NO_SUCH_DEVICE. */
  433: 'not-found',
  1167: 'not-found',
  1200: 'not-found',
  /** DEV_NOT_EXIST, BAD_NETPATH, RPC_S_SERVER_UNAVAILABLE: the server of a shared queue, or our own spooler, is off. */
  53: 'unreachable',
  55: 'unreachable',
  1722: 'unreachable',
  1801: 'not-found',
  /** INVALID_DATATYPE: a driver that takes no raw data. */
  1804: 'not-taken',
  /** INVALID_PRINTER_STATE, PRINTER_DELETED. */
  1906: 'offline',
  1905: 'not-found',
  /** CANCELLED, PRINT_CANCELLED. */
  63: 'aborted',
  1223: 'aborted',
};

/** Why nothing was sent, where a call before the first byte failed. */
export function reasonOfFault(fault: unknown): NotSentReason {
  return (fault instanceof WindowsFault ? REASONS[fault.code] : undefined) ?? 'fault';
}
