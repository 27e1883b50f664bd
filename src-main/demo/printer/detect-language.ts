import type { PaperLanguage } from './paper.ts';
import { latin1 } from './reading.ts';

/** How jobs and questions of a language begin; the first that fits is it. */
const BEGINNINGS: readonly (readonly [PaperLanguage, RegExp])[] = [
  ['zpl', /^(\^[A-Z]|~(SD|DG|HS|HI|HQ|J[A-Z]|P[PS]|WC|TA)|CT~~CD|! U1 )/],
  ['cpcl', /^(! -?\d+ \d+ |\x1b[hV])/],
  ['tspl', /^(\x1b!|~!)/],
  ['escpos', /^(\x1b[^!hV]|\x1d|\x10\x04)/],
  ['epl', /^(N\r?\n|\^ee\r?\n|[qQ]\d+[,\r\n]|[SD]\d+\r?\n|O[A-Z]|GW|Z[TB]\r?\n)/],
];
const ENOUGH = 12;

/**
 * The language of a job by its first bytes; NULs and line ends before it say nothing. Null: too few bytes to tell. What
 * fits nothing else is TSPL, which has no mark of its own.
 */
export function detectLanguage(bytes: Uint8Array): PaperLanguage | null {
  const head = latin1(bytes.subarray(0, 200)).replace(/^[\0\s]+/, '');
  const found = BEGINNINGS.find(([, beginning]) => beginning.test(head));
  if (found !== undefined) return found[0];
  return head.length < ENOUGH && !head.includes('\n') ? null : 'tspl';
}
