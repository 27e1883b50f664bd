import { blankBitmap, type Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';
import { drawText, LETTER_HEIGHT, textWidth } from './dot-font.ts';
import { clearBox } from './draw.ts';
import type { MarkPlace } from './mark-place.ts';
import { layInk, turnBitmap } from './move-ink.ts';

/** Letters are at least this high: read at arm's length. */
const LETTER_MM = 2.5;
/** White around the words, in dots of a letter. */
const PADDING = 2;

/** The words as dots with white around them. */
export function markWords(text: string, dotsPerMm: number): Bitmap {
  const words = text.toUpperCase();
  const scale = Math.max(1, Math.ceil((LETTER_MM * dotsPerMm) / LETTER_HEIGHT));
  const padding = PADDING * scale;
  const bitmap = blankBitmap(textWidth(words, scale) + 2 * padding, LETTER_HEIGHT * scale + 2 * padding);
  drawText(bitmap, words, { left: padding, top: padding, scale });
  return bitmap;
}

/** Stamps words on a label, in place. */
export function stampWords(label: Bitmap, words: Bitmap, { box, isUpended }: MarkPlace): Bitmap {
  const turned = isUpended ? turnBitmap(words, 90) : words;
  clearBox(label, box);
  layInk(label, turned, box.left, box.top);
  return turned;
}

/**
 * The whole of a code of bars, of which a reader tells only the rows it looked at: as far along the bars as the line
 * across them has about as many changes from black to white.
 */
export function alongBars(bitmap: Bitmap, { left, top, width, height }: Box, isUpended: boolean): Box {
  const [from, to] = isUpended ? [top, top + height] : [left, left + width];
  const isBlack = (along: number, across: number): boolean => {
    const [x, y] = isUpended ? [across, along] : [along, across];
    return ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  };
  const changes = (across: number): number => {
    let count = 0;
    for (let along = Math.round(from) + 1; along < to; along += 1)
      if (isBlack(along, across) !== isBlack(along - 1, across)) count += 1;
    return count;
  };
  const [start, size] = isUpended ? [left, width] : [top, height];
  const least = 0.8 * changes(Math.round(start + size / 2));
  let [first, last] = [Math.round(start), Math.round(start + size) - 1];
  const most = (isUpended ? bitmap.widthDots : bitmap.heightDots) - 1;
  while (first > 0 && changes(first - 1) >= least) first -= 1;
  while (last < most && changes(last + 1) >= least) last += 1;
  const length = last - first + 1;
  return isUpended ? { left: first, top, width: length, height } : { left, top: first, width, height: length };
}
