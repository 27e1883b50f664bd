import type { Bitmap } from './bitmap.ts';
import type { Box, Size } from './box.ts';
import { isLabelSized } from './fit.ts';
import { CELL_DOTS, inkIslands, inkMapOf } from './islands.ts';
import { cutOut, inkBoxOf } from './move-ink.ts';

/** White space that a label may have inside, in millimetres; the widest is tried first, so that no label is torn. */
const GAPS_MM = [16, 10, 6, 4] as const;
/** Labels of one sheet are of one kind: a much smaller part beside the largest is no label. */
const SIMILAR = 0.5;

/** A point of the sheet in dots, the middle of a barcode. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The labels on a sheet that is larger than the stock, in reading order: parts of the ink that go on the stock at their
 * own size and hold a barcode, all of the sheet's barcodes if there is such a parting; where no barcode could be read,
 * every part of that size. Empty when there is none.
 */
export function labelsOnSheet(sheet: Bitmap, barcodes: readonly Point[], stock: Size, dotsPerMm: number): Box[] {
  const map = inkMapOf(sheet);
  let second: readonly Box[] = [];
  for (const gapMm of GAPS_MM) {
    const reach = Math.max(1, Math.round((gapMm * dotsPerMm) / CELL_DOTS / 2));
    const sized = inkIslands(map, reach)
      .map((cells) => trimmed(sheet, cells))
      .filter((part) => isLabelSized(part, stock));
    const parts = similar(sized.filter((part) => barcodes.length === 0 || barcodes.some((code) => holds(part, code))));
    const hasAll = barcodes.every((code) => parts.some((part) => holds(part, code)));
    if (parts.length > 0 && hasAll) return inReadingOrder(parts);
    if (second.length === 0) second = parts;
  }
  return inReadingOrder(second);
}

/** From cells to dots, without the white at the edges. */
function trimmed(sheet: Bitmap, cells: Box): Box {
  const left = cells.left * CELL_DOTS;
  const top = cells.top * CELL_DOTS;
  const width = Math.min(sheet.widthDots - left, cells.width * CELL_DOTS);
  const height = Math.min(sheet.heightDots - top, cells.height * CELL_DOTS);
  const rough = { left, top, width, height };
  const ink = inkBoxOf(cutOut(sheet, rough));
  return ink === null ? rough : { ...ink, left: left + ink.left, top: top + ink.top };
}

function holds(part: Box, { x, y }: Point): boolean {
  return x >= part.left && y >= part.top && x < part.left + part.width && y < part.top + part.height;
}

function similar(parts: readonly Box[]): readonly Box[] {
  const largest = Math.max(...parts.map((part) => part.width * part.height));
  return parts.filter((part) => part.width * part.height >= SIMILAR * largest);
}

/** Rows of the sheet from the top, each from the left; a row is as high as half a label. */
function inReadingOrder(parts: readonly Box[]): Box[] {
  const rowHeight = Math.max(...parts.map((part) => part.height)) / 2;
  const rowOf = (part: Box): number => Math.round(part.top / rowHeight);
  return parts.toSorted((one, other) => rowOf(one) - rowOf(other) || one.left - other.left);
}
