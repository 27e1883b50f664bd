import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnedBack, turnedBox, turnedSize, type QuarterTurns } from '../../../../src-main/core/label/fit-turn.ts';

const outer = { width: 100, height: 60 };
const box = { left: 10, top: 5, width: 20, height: 8 };

describe('quarter turns', () => {
  it('move a box clockwise with its rectangle', () => {
    expect(turnedBox(box, outer, 0)).toEqual(box);
    expect(turnedBox(box, outer, 1)).toEqual({ left: 47, top: 10, width: 8, height: 20 });
    expect(turnedBox(box, outer, 2)).toEqual({ left: 70, top: 47, width: 20, height: 8 });
    expect(turnedBox(box, outer, 3)).toEqual({ left: 5, top: 70, width: 8, height: 20 });
    expect(turnedSize(outer, 3)).toEqual({ width: 60, height: 100 });
  });

  it('are taken back by their counterpart', () => {
    const number = fc.integer({ min: 0, max: 500 });
    const boxes = fc.record({ left: number, top: number, width: number, height: number });
    fc.assert(
      fc.property(boxes, fc.constantFrom<QuarterTurns>(0, 1, 2, 3), (inner, turns) => {
        const there = turnedBox(inner, outer, turns);
        expect(turnedBox(there, turnedSize(outer, turns), turnedBack(turns))).toEqual(inner);
      }),
    );
  });
});
