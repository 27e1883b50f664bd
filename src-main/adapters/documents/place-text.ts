import { fitText, lineMm } from '../../core/paper/fit-text.ts';
import { BASELINE_EM, MM_PER_PT, type PaperText } from '../../core/paper/paper.ts';
import type { FontBook, Letter } from './font-book.ts';
import type { FaceName } from './font-files.ts';
import type { Warnings } from './warnings.ts';

/** Letters of one font side by side; `face` null: a box for each letter that no font has. */
export interface TextRun {
  readonly face: FaceName | null;
  readonly letters: readonly Letter[];
  readonly xMm: number;
}

export interface TextLine {
  readonly sizePt: number;
  /** From the top of the page. */
  readonly baselineMm: number;
  readonly runs: readonly TextRun[];
}

export interface TextPlacer {
  readonly fonts: FontBook;
  readonly country: string | null;
  readonly floorPt: number;
  readonly warnings: Warnings;
}

/** Where each letter of a text item goes. */
export function placeText(item: PaperText, placer: TextPlacer): TextLine[] {
  if (item.text === '') return [];
  const { fonts, floorPt, warnings } = placer;
  const country = item.country ?? placer.country;
  const fitted = fitText(item, floorPt, (character, isBold) => fonts.letter(character, isBold, country).widthEm);
  warnings.fitted(fitted);
  const { sizePt } = fitted;
  const highMm = fitted.lines.length * lineMm(sizePt);
  const topMm = item.topMm + (item.vertical === 'middle' ? (item.heightMm - highMm) / 2 : 0);
  return fitted.lines.map((line, index) => {
    const letters = Array.from(line).map((character) => fonts.letter(character, item.isBold, country));
    const baselineMm = topMm + index * lineMm(sizePt) + BASELINE_EM * sizePt * MM_PER_PT;
    for (const letter of letters) if (letter.drawn === null) warnings.missing(letter.character);
    return { sizePt, baselineMm, runs: runsOf(letters, startOf(item, letters, sizePt), sizePt) };
  });
}

function startOf(item: PaperText, letters: readonly Letter[], sizePt: number): number {
  const widthMm = letters.reduce((sum, letter) => sum + letter.widthEm, 0) * sizePt * MM_PER_PT;
  const spareMm = item.widthMm - widthMm;
  if (item.align === 'left') return item.leftMm;
  return item.leftMm + (item.align === 'right' ? spareMm : spareMm / 2);
}

function runsOf(letters: readonly Letter[], startMm: number, sizePt: number): TextRun[] {
  const runs: { face: FaceName | null; letters: Letter[]; xMm: number }[] = [];
  let xMm = startMm;
  for (const letter of letters) {
    const face = letter.drawn?.face ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.face === face) last.letters.push(letter);
    else runs.push({ face, letters: [letter], xMm });
    xMm += letter.widthEm * sizePt * MM_PER_PT;
  }
  return runs;
}
