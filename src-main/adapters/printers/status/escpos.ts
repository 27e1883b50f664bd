import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { plainAnswer, type StatusAnswer, type StatusDialect } from './dialect.ts';

/** `DLE EOT 1` to `4`, one byte each, in order (ESC/POS reference; printing.md §2). */
export const escposStatus: StatusDialect = {
  isSetOffByPictures: true,
  query: Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4),
  read: (received) => {
    const answers: StatusAnswer[] = [];
    let run: number[] = [];
    // A byte of other talk may look like a status byte: the four that end a run are the answer.
    for (const byte of [...received, END]) {
      if ((byte & 0x93) === 0x12) run.push(byte);
      else {
        if (run.length >= 4) answers.push(readBytes(run.slice(-4)));
        run = [];
      }
    }
    return answers;
  },
};

/** No status byte. */
const END = 0;

function readBytes([printer = 0, offline = 0, error = 0, paper = 0]: readonly number[]): StatusAnswer {
  const conditions: PrinterCondition[] = [];
  if (offline & 0x04) conditions.push('head-open');
  if (offline & 0x20 || paper & 0x60) conditions.push('paper-out');
  if (error & 0x08) conditions.push('cutter-fault');
  // An automatically recoverable error is a hot head, or the open cover already told above.
  if (error & 0x40 && conditions.length === 0) conditions.push('overheated');
  if ((error & 0x20 || offline & 0x40) && conditions.length === 0) conditions.push('fault');
  if (printer & 0x08 && conditions.length === 0) conditions.push('offline');
  if (paper & 0x0c && !(paper & 0x60)) conditions.push('paper-low');
  return plainAnswer(conditions);
}
