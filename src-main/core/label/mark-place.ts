import type { Bitmap } from './bitmap.ts';
import type { Box, Size } from './box.ts';
import { CELL_DOTS } from './islands.ts';

/** Where words can be stamped on a label, in dots. */
export interface MarkPlace {
  readonly box: Box;
  /** True when they have to stand on ink, which is taken away. */
  readonly isOverInk: boolean;
  /** True when they run from top to bottom. */
  readonly isUpended: boolean;
}

/** Sums over all cells left of and above each corner, so that a rectangle's sum takes four look-ups. */
interface Sums {
  readonly width: number;
  readonly height: number;
  readonly values: Uint32Array;
}

/**
 * A place for words of this size on the label: white, if there is such a place, and as near to an edge as can be; else
 * the place with the least ink. Never nearer than `marginDots` to the edge, where heads do not print, and never in one of
 * the boxes to keep out of. Null when there is no such place at all.
 */
export function markPlace(bitmap: Bitmap, words: Size, keepOut: readonly Box[], marginDots: number): MarkPlace | null {
  const ink = sumsOf(bitmap, inkCells(bitmap));
  const barred = sumsOf(bitmap, barredCells(bitmap, keepOut));
  const margin = Math.ceil(marginDots / CELL_DOTS);
  const places = [false, true].flatMap((isUpended) => {
    const size = isUpended ? { width: words.height, height: words.width } : words;
    const found = bestPlace(ink, barred, size, margin);
    return found === null ? [] : [{ ...found, isUpended }];
  });
  const [best] = places.toSorted(
    (one, other) => one.ink - other.ink || Number(one.isUpended) - Number(other.isUpended),
  );
  return best === undefined ? null : { box: best.box, isOverInk: best.ink > 0, isUpended: best.isUpended };
}

interface Found {
  readonly box: Box;
  readonly ink: number;
}

function bestPlace(ink: Sums, barred: Sums, size: Size, margin: number): Found | null {
  const [wide, high] = [Math.ceil(size.width / CELL_DOTS), Math.ceil(size.height / CELL_DOTS)];
  let best: (Found & { readonly away: number }) | null = null;
  for (let y = margin; y + high <= ink.height - margin; y += 1) {
    for (let x = margin; x + wide <= ink.width - margin; x += 1) {
      if (sumIn(barred, x, y, wide, high) > 0) continue;
      const dots = sumIn(ink, x, y, wide, high);
      const away = Math.min(x, y, ink.width - x - wide, ink.height - y - high);
      if (best !== null && (dots > best.ink || (dots === best.ink && away >= best.away))) continue;
      best = { box: { left: x * CELL_DOTS, top: y * CELL_DOTS, ...size }, ink: dots, away };
    }
  }
  return best;
}

/** Black dots in each cell. */
function inkCells({ bytesPerRow, heightDots, data }: Bitmap): Uint32Array {
  const cells = new Uint32Array(bytesPerRow * Math.ceil(heightDots / CELL_DOTS));
  for (let y = 0, at = 0; y < heightDots; y += 1) {
    const row = Math.floor(y / CELL_DOTS) * bytesPerRow;
    for (let column = 0; column < bytesPerRow; column += 1, at += 1) {
      for (let bits = data[at] ?? 0; bits > 0; bits &= bits - 1) cells[row + column] = (cells[row + column] ?? 0) + 1;
    }
  }
  return cells;
}

function barredCells({ bytesPerRow, heightDots }: Bitmap, boxes: readonly Box[]): Uint32Array {
  const height = Math.ceil(heightDots / CELL_DOTS);
  const cells = new Uint32Array(bytesPerRow * height);
  for (const { left, top, width, height: high } of boxes) {
    const toX = Math.min(bytesPerRow, Math.ceil((left + width) / CELL_DOTS));
    const toY = Math.min(height, Math.ceil((top + high) / CELL_DOTS));
    for (let y = Math.max(0, Math.floor(top / CELL_DOTS)); y < toY; y += 1)
      for (let x = Math.max(0, Math.floor(left / CELL_DOTS)); x < toX; x += 1) cells[y * bytesPerRow + x] = 1;
  }
  return cells;
}

/** Columns are whole cells only: what lies beyond the last whole one is nobody's place. */
function sumsOf({ bytesPerRow, widthDots, heightDots }: Bitmap, cells: Uint32Array): Sums {
  const [width, height] = [Math.floor(widthDots / CELL_DOTS), Math.floor(heightDots / CELL_DOTS)];
  const values = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += cells[y * bytesPerRow + x] ?? 0;
      values[(y + 1) * (width + 1) + x + 1] = (values[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return { width, height, values };
}

function sumIn({ width, values }: Sums, x: number, y: number, wide: number, high: number): number {
  const at = (column: number, row: number): number => values[row * (width + 1) + column] ?? 0;
  return at(x + wide, y + high) - at(x, y + high) - at(x + wide, y) + at(x, y);
}
