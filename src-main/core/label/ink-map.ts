import type { Box } from './fit.ts';

/** A coarse look at a page: one byte a cell, not 0 where there is ink. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/** A run of rows or columns without ink, from `start` up to but without `end`. */
export interface Gutter {
  readonly axis: 'x' | 'y';
  readonly start: number;
  readonly end: number;
}

/** The smallest box around all ink within `area` (the whole map unless told); null where there is none. */
export function inkBox(map: InkMap, area: Box = { left: 0, top: 0, width: map.width, height: map.height }): Box | null {
  const rows = inkAlong(map, area, 'y');
  const top = rows.indexOf(1);
  if (top < 0) return null;
  const columns = inkAlong(map, area, 'x');
  const left = columns.indexOf(1);
  const width = columns.lastIndexOf(1) - left + 1;
  const height = rows.lastIndexOf(1) - top + 1;
  return { left: area.left + left, top: area.top + top, width, height };
}

/** All white bands of at least `least` cells that cross the whole of `area`, which begins and ends with ink. */
export function guttersOf(map: InkMap, area: Box, least: number): Gutter[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const line = inkAlong(map, area, axis);
    const from = axis === 'x' ? area.left : area.top;
    const found: Gutter[] = [];
    let start = 0;
    for (let at = 0; at <= line.length; at += 1) {
      if (at < line.length && line[at] === 0) continue;
      if (at - start >= least) found.push({ axis, start: from + start, end: from + at });
      start = at + 1;
    }
    return found;
  });
}

/** For each column (x) or row (y) of the area: 1 when there is any ink in it. */
function inkAlong({ width, cells }: InkMap, area: Box, axis: 'x' | 'y'): Uint8Array {
  const line = new Uint8Array(axis === 'x' ? area.width : area.height);
  for (let y = 0; y < area.height; y += 1) {
    const row = (area.top + y) * width + area.left;
    for (let x = 0; x < area.width; x += 1) {
      if (cells[row + x] === 0) continue;
      line[axis === 'x' ? x : y] = 1;
      if (axis === 'y') break;
    }
  }
  return line;
}
