import type { Trouble } from '../faults.ts';
import type { PrinterNews } from './answer.ts';

const STX = '\x02';
const ETX = '\x03';

/** TSPL/TSPL2 Programming Language, "Status polling and immediate commands": <ESC>!?, <ESC>!S, ~!T, ~!F, ~!@. */
export function answerTspl(query: string, { conditions, identity }: PrinterNews): string | null {
  switch (query) {
    case '\x1b!?':
      return String.fromCharCode(statusCode(conditions));
    case '\x1b!S':
      return `${STX}${fourLetters(conditions)}${ETX}\r\n`;
    case '~!T':
      return `${identity.model}\r\n`;
    default:
      return null;
  }
}

/** One code, not a set of bits: what stops it comes before what it does. */
function statusCode(conditions: readonly Trouble[]): number {
  const has = (trouble: Trouble, code: number): number => (conditions.includes(trouble) ? code : 0);
  const stopped = has('head-open', 0x01) + has('jam', 0x02) + has('paper-out', 0x04) + has('ribbon-out', 0x08);
  if (stopped !== 0) return stopped;
  const other =
    has('fault', 0x80) || has('cutter-fault', 0x80) || has('overheated', 0x80) || has('label-waiting', 0x80);
  return other || has('paused', 0x10) || has('busy', 0x20);
}

/** Message, warning, printer error, media error; '@' is nothing. Where two would be said, their bits come together. */
function fourLetters(conditions: readonly Trouble[]): string {
  const bits = (codes: Partial<Record<Trouble, number>>): string =>
    String.fromCharCode(conditions.reduce((sum, trouble) => sum | (codes[trouble] ?? 0), 0x40));
  const media = { 'paper-out': 0x01, jam: 0x02, 'ribbon-out': 0x04, 'head-open': 0x20 } as const;
  const machine = { overheated: 0x01, fault: 0x04, 'cutter-fault': 0x08 } as const;
  return message(conditions, { ...media, ...machine }) + bits({ 'paper-low': 0x01 }) + bits(machine) + bits(media);
}

function message(conditions: readonly Trouble[], errors: Partial<Record<Trouble, number>>): string {
  if (conditions.some((trouble) => errors[trouble] !== undefined)) return 'E';
  if (conditions.includes('paused')) return '`';
  if (conditions.includes('label-waiting')) return 'L';
  return conditions.includes('busy') ? 'P' : '@';
}
