import type { Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';

/** A coarse look at a page: one byte a cell, not 0 where there is ink. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/** Edge of a cell of `inkMapOf` in dots: one byte of a row. */
export const CELL_DOTS = 8;

/** The bitmap in cells of eight by eight dots. */
export function inkMapOf({ bytesPerRow, heightDots, data }: Bitmap): InkMap {
  const height = Math.ceil(heightDots / CELL_DOTS);
  const cells = new Uint8Array(bytesPerRow * height);
  for (let y = 0, at = 0; y < heightDots; y += 1) {
    const row = Math.floor(y / CELL_DOTS) * bytesPerRow;
    for (let column = 0; column < bytesPerRow; column += 1, at += 1) {
      if (data[at] !== 0) cells[row + column] = 1;
    }
  }
  return { width: bytesPerRow, height, cells };
}

/**
 * Islands of ink, in cells: ink belongs together when no more than 2 × `reach` white cells lie between. A label is one
 * island, the instructions beside it another. The inkiest comes first.
 */
export function inkIslands(map: InkMap, reach: number): Box[] {
  const wide = spread(map, reach);
  const seen = new Uint8Array(wide.length);
  const found: { box: Box; ink: number }[] = [];
  for (let start = 0; start < wide.length; start += 1) {
    if (wide[start] === 0 || seen[start] === 1) continue;
    found.push(flood(map, wide, seen, start));
  }
  return found.sort((one, other) => other.ink - one.ink).map(({ box }) => box);
}

/** Every cell within `reach` of ink, along rows and then along columns. */
function spread({ width, height, cells }: InkMap, reach: number): Uint8Array {
  const rows = new Uint8Array(cells.length);
  for (let y = 0; y < height; y += 1) spreadLine(cells, rows, y * width, 1, width, reach);
  const both = new Uint8Array(cells.length);
  for (let x = 0; x < width; x += 1) spreadLine(rows, both, x, width, height, reach);
  return both;
}

function spreadLine(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, reach: number): void {
  let until = -1;
  for (let index = 0; index < count + reach; index += 1) {
    if (index < count && from[start + index * step] !== 0) until = index + 2 * reach;
    const target = index - reach;
    if (target >= 0 && index <= until) to[start + target * step] = 1;
  }
}

/** Walks over one island of widened ink and measures the true ink in it; there always is some. */
function flood(map: InkMap, wide: Uint8Array, seen: Uint8Array, start: number): { box: Box; ink: number } {
  const { width, height, cells } = map;
  const stack = [start];
  seen[start] = 1;
  let [left, right, top, bottom, ink] = [width, -1, height, -1, 0];
  const visit = (next: number): void => {
    if (wide[next] === 0 || seen[next] === 1) return;
    seen[next] = 1;
    stack.push(next);
  };
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    if (cells[at] !== 0) {
      ink += 1;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (y > 0) visit(at - width);
    if (y < height - 1) visit(at + width);
  }
  return { box: { left, top, width: right - left + 1, height: bottom - top + 1 }, ink };
}
