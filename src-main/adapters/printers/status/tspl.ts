import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { plainAnswer, type StatusAnswer, type StatusDialect } from './dialect.ts';

/**
 * `<ESC>!?` (TSPL/TSPL2 manual; printing.md §2). Codes, not bits: one firmware answers 07 with only its lid open,
 * so what the manual does not list is no answer.
 */
const CODES: ReadonlyMap<number, StatusAnswer> = new Map([
  [0x00, plainAnswer([])],
  [0x01, plainAnswer(['head-open'])],
  [0x02, plainAnswer(['jam'])],
  [0x03, plainAnswer(['head-open', 'jam'])],
  [0x04, plainAnswer(['paper-out'])],
  [0x05, plainAnswer(['head-open', 'paper-out'])],
  [0x07, plainAnswer(['head-open'])],
  [0x08, plainAnswer(['ribbon-out'])],
  [0x09, plainAnswer(['head-open', 'ribbon-out'])],
  [0x0a, plainAnswer(['jam', 'ribbon-out'])],
  [0x0b, plainAnswer(['head-open', 'jam', 'ribbon-out'])],
  [0x0c, plainAnswer(['paper-out', 'ribbon-out'])],
  [0x0d, plainAnswer(['head-open', 'paper-out', 'ribbon-out'])],
  [0x10, plainAnswer(['paused'])],
  [0x20, plainAnswer([], true)],
  [0x80, plainAnswer(['fault'])],
]);

/** Lines that printers of the XPP,XL family send unasked or when asked (hardware reports, printing.md §2). */
const LINES: ReadonlyMap<string, StatusAnswer> = new Map([
  ['SSSGETPRINTING:DOING', plainAnswer([], true)],
  ['SSSGETPRINTING:DONE', plainAnswer([])],
  ['SSSGETCAP:OPEN', plainAnswer(['head-open'])],
  ['SSSGETPAPER:NO', plainAnswer(['paper-out'])],
]);

/** One token of the printer's talk: a full status frame, the beginning of one, a line of text, a single byte. */
const TOKEN = /\x02([\x40-\x7f]{4})\x03\r?\n?|\x02[\x40-\x7f]{1,4}$|([\x21-\x7e][\x20-\x7e]*)(?:\r?\n|\r)?|\r\n|([^])/g;

export const tsplStatus: StatusDialect = {
  query: Uint8Array.of(0x1b, 0x21, 0x3f),
  read: (received) => {
    const answers: StatusAnswer[] = [];
    for (const [, frame, line, code] of Buffer.from(received).toString('latin1').matchAll(TOKEN)) {
      const found =
        frame !== undefined
          ? readFrame(frame)
          : line !== undefined
            ? LINES.get(line.trimEnd())
            : CODES.get(code?.charCodeAt(0) ?? -1);
      if (found !== undefined) answers.push(found);
    }
    return answers;
  },
};

/** The four bytes of `<ESC>!S`, as newer firmware sends them: message, warning, error, error (TSPL2 manual). */
function readFrame(frame: string): StatusAnswer {
  const [message = 0x40, , thirdByte = 0x40, fourthByte = 0x40] = Buffer.from(frame, 'latin1');
  const conditions: PrinterCondition[] = [];
  if (fourthByte & 0x20) conditions.push('head-open');
  if (fourthByte & 0x01) conditions.push('paper-out');
  if (fourthByte & 0x02) conditions.push('jam');
  if (fourthByte & 0x04) conditions.push('ribbon-out');
  if (thirdByte & 0x08) conditions.push('cutter-fault');
  if (thirdByte & 0x03) conditions.push('overheated');
  if (message === 0x60) conditions.push('paused');
  if (message === 0x4c) conditions.push('label-waiting');
  if (message === 0x45 && conditions.length === 0) conditions.push('fault');
  return plainAnswer(conditions, [0x42, 0x43, 0x46, 0x50, 0x57].includes(message));
}
