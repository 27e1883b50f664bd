import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { plainAnswer, type StatusAnswer, type StatusDialect } from './dialect.ts';
import { splitTalk } from './text-lines.ts';

/** `ESC h`, one byte of bits (Mobile Printer CPCL programming manual, "Get printer status"). */
export const cpclStatus: StatusDialect = {
  query: Uint8Array.of(0x1b, 0x68),
  read: (received) =>
    splitTalk(received)
      .codes.filter((code) => code < 0x20)
      .map(readByte),
};

function readByte(byte: number): StatusAnswer {
  const conditions: PrinterCondition[] = [];
  if (byte & 0x04) conditions.push('head-open');
  if (byte & 0x02) conditions.push('paper-out');
  return plainAnswer(conditions, (byte & 0x01) !== 0);
}
