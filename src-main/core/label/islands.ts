import type { Box } from './fit.ts';

/** A coarse look at a page: one byte a cell, not 0 where there is ink. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/** The smallest box around all ink; null on an empty page. */
export function inkBox(map: InkMap): Box | null {
  let left = map.width;
  let right = -1;
  let top = map.height;
  let bottom = -1;
  for (let y = 0; y < map.height; y += 1) {
    for (let x = 0; x < map.width; x += 1) {
      if (map.cells[y * map.width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * Islands of ink: cells that touch when ink reaches `reach` cells far. A label is one island, the instructions beside
 * it another. The inkiest comes first.
 */
export function inkIslands(map: InkMap, reach: number): Box[] {
  const wide = spread(map, reach);
  const seen = new Uint8Array(wide.length);
  const found: { box: Box; ink: number }[] = [];
  for (let start = 0; start < wide.length; start += 1) {
    if (wide[start] === 0 || seen[start] === 1) continue;
    const island = flood(map, wide, seen, start);
    if (island.ink > 0) found.push(island);
  }
  return found.sort((one, other) => other.ink - one.ink).map(({ box }) => box);
}

/** Every cell within `reach` of ink, by running sums along rows and then columns. */
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

function flood(map: InkMap, wide: Uint8Array, seen: Uint8Array, start: number): { box: Box; ink: number } {
  const { width, height } = map;
  const stack = [start];
  seen[start] = 1;
  let [left, right, top, bottom, ink] = [width, -1, height, -1, 0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    if (map.cells[at] !== 0) {
      ink += 1;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    const neighbours = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, y > 0 ? at - width : -1, y < height - 1 ? at + width : -1];
    for (const next of neighbours) {
      if (next < 0 || wide[next] === 0 || seen[next] === 1) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
  return { box: { left, top, width: right - left + 1, height: bottom - top + 1 }, ink };
}
