import { LINE_EM, MM_PER_PT, type Measure, type PaperText } from './paper.ts';
import { wrapText } from './wrap-text.ts';

export interface FittedText {
  readonly sizePt: number;
  readonly lines: readonly string[];
  /** Much smaller than it was meant to be. */
  readonly isShrunk: boolean;
  /** The end is missing; the last line ends in '…'. */
  readonly isCut: boolean;
}

export type TextToFit = Pick<PaperText, 'text' | 'widthMm' | 'heightMm' | 'maxPt' | 'isBold'>;

const STEP_PT = 0.5;
/** Below this part of its wanted size the seller is told. */
const SHRUNK = 0.7;

/** The largest size, from `maxPt` down to the floor, at which the text fits its box; at the floor it is cut. */
export function fitText(box: TextToFit, floorPt: number, measure: Measure): FittedText {
  const widthOf = (character: string): number => measure(character, box.isBold);
  const lowest = Math.min(floorPt, box.maxPt);
  for (let sizePt = box.maxPt; sizePt > lowest; sizePt -= STEP_PT) {
    const lines = wrapText(box.text, emsOf(box.widthMm, sizePt), widthOf);
    const isWhole = lines.length <= linesIn(box.heightMm, sizePt) && !breaksWords(box.text, lines);
    if (isWhole) return { sizePt, lines, isShrunk: sizePt < box.maxPt * SHRUNK, isCut: false };
  }
  const lines = wrapText(box.text, emsOf(box.widthMm, lowest), widthOf);
  // One line is always shown, even where the box was drawn too low for it.
  const room = Math.max(1, linesIn(box.heightMm, lowest));
  const isShrunk = lowest < box.maxPt * SHRUNK;
  if (lines.length <= room) return { sizePt: lowest, lines, isShrunk, isCut: false };
  const kept = lines.slice(0, room);
  const last = cutLine(`${kept[room - 1] ?? ''}`, emsOf(box.widthMm, lowest), widthOf);
  return { sizePt: lowest, lines: [...kept.slice(0, -1), last], isShrunk, isCut: true };
}

/** How many lines of this size the height holds. */
function linesIn(heightMm: number, sizePt: number): number {
  return Math.floor((heightMm + 0.01) / lineMm(sizePt));
}

export function lineMm(sizePt: number): number {
  return sizePt * LINE_EM * MM_PER_PT;
}

export function emsOf(widthMm: number, sizePt: number): number {
  return widthMm / (sizePt * MM_PER_PT);
}

/** A word broken in two is worse than smaller letters: joined again without spaces the lines must give the same words. */
function breaksWords(text: string, lines: readonly string[]): boolean {
  const longest = Math.max(...text.split(/[\s/,;|_@-]+/u).map((word) => word.length));
  if (longest <= 4) return false;
  let at = 0;
  for (const line of lines.slice(0, -1)) {
    at = text.indexOf(line, at) + line.length;
    const [before = '', after = ''] = [text[at - 1], text[at]];
    if (/[\p{L}\p{N}]/u.test(before) && isWordLetter(before) && isWordLetter(after)) return true;
  }
  return false;
}

const isWordLetter = (letter: string): boolean =>
  /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter);

function cutLine(line: string, limitEm: number, widthOf: (character: string) => number): string {
  const room = limitEm - widthOf('…');
  let width = 0;
  let kept = '';
  for (const character of line) {
    width += widthOf(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
