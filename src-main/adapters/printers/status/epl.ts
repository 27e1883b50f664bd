import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { plainAnswer, type StatusDialect } from './dialect.ts';
import { splitTalk } from './text-lines.ts';

/** `^ee`, immediate error report (EPL2 programming guide): a line of two-digit codes; 00 is no error. */
export const eplStatus: StatusDialect = {
  query: new TextEncoder().encode('\n^ee\n'),
  read: (received) => {
    // Only whole lines: the end may still bring another code.
    const whole = received.subarray(0, received.lastIndexOf(0x0a) + 1);
    return splitTalk(whole)
      .lines.filter((line) => /^\d\d(,\d\d)*$/.test(line))
      .map((line) => plainAnswer(line.split(',').flatMap((code) => CODES[code] ?? [])));
  },
};

/** The other codes complain about commands of an earlier job, and keep nothing from printing. */
const CODES: Readonly<Record<string, PrinterCondition>> = { '07': 'paper-out', '11': 'head-open', '12': 'paused' };
