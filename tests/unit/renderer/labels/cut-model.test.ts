import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxAfterKey,
  dragged,
  turned,
  WHOLE_PAGE,
  type CutBox,
} from '../../../../src-renderer/features/labels/cut-model.ts';

const HALF: CutBox = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const boxes = fc
  .record({ left: share, top: share, width: share, height: share })
  .map(({ left, top, width, height }) => ({
    left: left * 0.95,
    top: top * 0.95,
    width: 0.05 + width * (0.95 - left * 0.95),
    height: 0.05 + height * (0.95 - top * 0.95),
  }));

describe('the cut', () => {
  it('moves whole, or by an edge, or by a corner', () => {
    expect(dragged(HALF, { x: 0, y: 0 }, 0.1, -0.1)).toEqual({ left: 0.35, top: 0.15, width: 0.5, height: 0.5 });
    expect(dragged(HALF, { x: 1, y: 0 }, 0.1, 0.4)).toEqual({ ...HALF, width: 0.6 });
    const corner = dragged(HALF, { x: -1, y: -1 }, 0.05, 0.05);
    expect(corner.left).toBeCloseTo(0.3);
    expect(corner.width).toBeCloseTo(0.45);
  });

  it('stays on the page and never turns inside out', () => {
    const edge = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);
    const by = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(boxes, edge, edge, by, by, (box, x, y, dx, dy) => {
        const next = dragged(box, { x, y }, dx, dy);
        expect(next.left).toBeGreaterThanOrEqual(-1e-9);
        expect(next.top).toBeGreaterThanOrEqual(-1e-9);
        expect(next.left + next.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(next.top + next.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(next.width, next.height)).toBeGreaterThanOrEqual(0.05 - 1e-9);
      }),
    );
  });

  it('goes with the arrow keys, and grows with Shift', () => {
    expect(boxAfterKey(HALF, 'ArrowRight', false)?.left).toBeCloseTo(0.26);
    expect(boxAfterKey(HALF, 'ArrowDown', true)?.height).toBeCloseTo(0.51);
    expect(boxAfterKey(HALF, 'ArrowLeft', true)?.width).toBeCloseTo(0.49);
    expect(boxAfterKey(HALF, 'a', false)).toBeNull();
  });

  it('comes round after four turns', () => {
    expect(turned(turned(turned(turned(WHOLE_PAGE))))).toEqual(WHOLE_PAGE);
  });
});
