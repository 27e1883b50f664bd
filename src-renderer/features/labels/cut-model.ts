import type { FitView } from '../../../src-main/contract/methods/labels.ts';

export type CutBox = FitView['box'];

/** The smallest cut, as a share of the page: a finger's breadth of an A4 sheet. */
const LEAST = 0.05;
export const WHOLE_PAGE: FitView = {
  box: { left: 0, top: 0, width: 1, height: 1 },
  quarterTurns: 0,
  scale: 'own-size',
};

/** Which edges of the box a drag moves; none: the whole box. */
export interface Edges {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The box after a drag by a share of the page; it stays on the page and never turns inside out. */
export function dragged(box: CutBox, edges: Edges, dx: number, dy: number): CutBox {
  const across = along(box.left, box.width, edges.x, edges.x === 0 && edges.y !== 0 ? 0 : dx);
  const down = along(box.top, box.height, edges.y, edges.y === 0 && edges.x !== 0 ? 0 : dy);
  return { left: across.start, top: down.start, width: across.size, height: down.size };
}

function along(start: number, size: number, edge: -1 | 0 | 1, by: number): { start: number; size: number } {
  if (edge === 0) return { start: clamp(start + by, 0, 1 - size), size };
  if (edge === 1) return { start, size: clamp(size + by, LEAST, 1 - start) };
  const moved = clamp(start + by, 0, start + size - LEAST);
  return { start: moved, size: start + size - moved };
}

const clamp = (value: number, lowest: number, highest: number): number => Math.min(highest, Math.max(lowest, value));

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const KEY_STEP = 0.01;

/** What an arrow key makes of the box: moved, or with Shift made larger or smaller; null for other keys. */
export function boxAfterKey(box: CutBox, key: string, hasShift: boolean): CutBox | null {
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  return dragged(box, hasShift ? { x: 1, y: 1 } : { x: 0, y: 0 }, arrow[0] * KEY_STEP, arrow[1] * KEY_STEP);
}

/** The next quarter turn clockwise. */
export function turned(fit: FitView): FitView {
  const next = { 0: 1, 1: 2, 2: 3, 3: 0 } as const;
  return { ...fit, quarterTurns: next[fit.quarterTurns] };
}
