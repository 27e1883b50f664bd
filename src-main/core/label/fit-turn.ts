import type { Box, Size } from './box.ts';

/** Clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The size of a rectangle after so many quarter turns. */
export function turnedSize({ width, height }: Size, turns: QuarterTurns): Size {
  return turns % 2 === 1 ? { width: height, height: width } : { width, height };
}

/** Where a box inside a rectangle of this size lies once the rectangle was turned. */
export function turnedBox({ left, top, width, height }: Box, outer: Size, turns: QuarterTurns): Box {
  switch (turns) {
    case 0:
      return { left, top, width, height };
    case 1:
      return { left: outer.height - top - height, top: left, width: height, height: width };
    case 2:
      return { left: outer.width - left - width, top: outer.height - top - height, width, height };
    case 3:
      return { left: top, top: outer.width - left - width, width: height, height: width };
  }
}

/** The turn that takes such a turn back. */
export function turnedBack(turns: QuarterTurns): QuarterTurns {
  return turns === 1 ? 3 : turns === 3 ? 1 : turns;
}
