// oxlint-disable-next-line typescript/triple-slash-reference -- the tests compile this file without this folder's declarations
/// <reference path="./fontkit.d.ts" />
import type { FontkitPathCommand } from 'fontkit';

/** From (x0, y0) to (x1, y1), in dots, y downwards. */
export type Edge = readonly [number, number, number, number];
type Point = [number, number];

const CURVE_STEPS = 6;

/** A glyph's outline in straight pieces, in dots from its origin. */
export function edgesOf(commands: readonly FontkitPathCommand[], dotsPerUnit: number): Edge[] {
  const edges: Edge[] = [];
  const at = (x: number, y: number): Point => [x * dotsPerUnit, -y * dotsPerUnit];
  let start: Point = [0, 0];
  let pen: Point = [0, 0];
  const lineTo = (to: Point): void => {
    edges.push([...pen, ...to]);
    pen = to;
  };
  for (const { command, args } of commands) {
    const points = pairs(args).map(([x, y]) => at(x, y));
    if (command === 'moveTo') {
      pen = points[0] ?? pen;
      start = pen;
    } else if (command === 'closePath') lineTo(start);
    else for (const point of flatten([pen, ...points])) lineTo(point);
  }
  return edges;
}

function pairs(args: readonly number[]): Point[] {
  return Array.from({ length: args.length / 2 }, (_, index) => [args[2 * index] ?? 0, args[2 * index + 1] ?? 0]);
}

/** Points on a curve of any degree after its first, by de Casteljau. */
function flatten(curve: readonly Point[]): Point[] {
  if (curve.length === 2) return curve.slice(1);
  return Array.from({ length: CURVE_STEPS }, (_, step) => pointAt(curve, (step + 1) / CURVE_STEPS));
}

function pointAt(curve: readonly Point[], t: number): Point {
  const [first = [0, 0], ...rest] = curve;
  if (rest.length === 0) return first;
  const next = rest.map((point, index): Point => {
    const [x, y] = curve[index] ?? point;
    return [x + (point[0] - x) * t, y + (point[1] - y) * t];
  });
  return pointAt(next, t);
}
