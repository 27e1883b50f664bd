// oxlint-disable-next-line typescript/triple-slash-reference -- the tests compile this file without this folder's declarations
/// <reference path="./fontkit.d.ts" />
import type { FontkitGlyph } from 'fontkit';
import { edgesOf, type Edge } from './glyph-outline.ts';

/** Inked dots of a glyph whose origin is at (0, 0): x, y, x, y … */
type Ink = Int16Array;

const SUB_ROWS = 4;
/** Thin strokes of small Chinese letters survive; bold ones do not grow together. */
const INKED = 0.42;

/** A slip uses few letters in few sizes, again and again; the fonts keep their glyphs. */
const inks = new WeakMap<FontkitGlyph, Map<number, Ink>>();

/** The dots that a glyph inks at this size, from its origin on the baseline: those covered by more than two fifths. */
export function inkOf(glyph: FontkitGlyph, dotsPerUnit: number): Ink {
  const bySize = inks.get(glyph) ?? new Map<number, Ink>();
  inks.set(glyph, bySize);
  const known = bySize.get(dotsPerUnit);
  if (known !== undefined) return known;
  const ink = Int16Array.from(inkedDots(edgesOf(glyph.path.commands, dotsPerUnit)));
  bySize.set(dotsPerUnit, ink);
  return ink;
}

function inkedDots(edges: readonly Edge[]): number[] {
  if (edges.length === 0) return [];
  const xs = edges.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = edges.flatMap(([, y0, , y1]) => [y0, y1]);
  const left = Math.floor(Math.min(...xs));
  const width = Math.ceil(Math.max(...xs)) - left + 1;
  const inked: number[] = [];
  for (let y = Math.floor(Math.min(...ys)); y <= Math.max(...ys); y += 1) {
    const covered = new Float32Array(width);
    for (let sub = 0; sub < SUB_ROWS; sub += 1) coverRow(edges, y + (sub + 0.5) / SUB_ROWS, left, covered);
    covered.forEach((share, x) => {
      if (share / SUB_ROWS > INKED) inked.push(left + x, y);
    });
  }
  return inked;
}

/** Adds what lies inside the outline on one scan line (nonzero winding), by parts of a dot. */
function coverRow(edges: readonly Edge[], y: number, left: number, covered: Float32Array): void {
  const crossings = edges
    .filter(([, y0, , y1]) => y0 <= y !== y1 <= y)
    .map(([x0, y0, x1, y1]) => ({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 }))
    .sort((one, other) => one.x - other.x);
  let winding = 0;
  crossings.forEach(({ x, turn }, index) => {
    winding += turn;
    const next = crossings[index + 1];
    if (winding !== 0 && next !== undefined) coverSpan(x - left, next.x - left, covered);
  });
}

function coverSpan(from: number, to: number, covered: Float32Array): void {
  for (let x = Math.floor(from); x < to; x += 1) {
    covered[x] = (covered[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x);
  }
}
