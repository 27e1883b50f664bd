import { describe, expect, it } from 'vitest';
import {
  boxBetween,
  coveredPart,
  isFarEnough,
  scrollStep,
} from '../../../../src-renderer/features/board/marquee-model.ts';

const box = { left: 100, top: 50, right: 300, bottom: 650 };
const still = { box, scrollTop: 0, scrollTopAtStart: 0 };

describe('a box drawn with the mouse', () => {
  it('is the same in whichever direction it is drawn', () => {
    const wanted = { left: 1, top: 2, right: 10, bottom: 20 };
    expect(boxBetween({ x: 1, y: 2 }, { x: 10, y: 20 })).toEqual(wanted);
    expect(boxBetween({ x: 10, y: 20 }, { x: 1, y: 2 })).toEqual(wanted);
  });

  it('begins after a few pixels: a click is no box', () => {
    expect(isFarEnough({ x: 0, y: 0 }, { x: 3, y: 3 })).toBe(false);
    expect(isFarEnough({ x: 0, y: 0 }, { x: 0, y: 6 })).toBe(true);
  });

  it('covers a lane from the height it began at, in the lane own content', () => {
    expect(coveredPart({ from: { x: 90, y: 100 }, to: { x: 150, y: 200 } }, still)).toEqual({
      topPx: 50,
      bottomPx: 150,
    });
    expect(coveredPart({ from: { x: 10, y: 100 }, to: { x: 100, y: 200 } }, still)).toBeNull();
  });

  it('keeps what it began with when the lane scrolls under it', () => {
    const scrolled = { box, scrollTop: 1_000, scrollTopAtStart: 0 };
    expect(coveredPart({ from: { x: 90, y: 100 }, to: { x: 150, y: 640 } }, scrolled)).toEqual({
      topPx: 50,
      bottomPx: 1_590,
    });
  });

  it('scrolls near the edges only, faster the nearer', () => {
    expect(scrollStep(box, 350)).toBe(0);
    expect(scrollStep(box, 645)).toBeGreaterThan(scrollStep(box, 620));
    expect(scrollStep(box, 55)).toBeLessThan(0);
    expect(scrollStep(box, -500)).toBe(scrollStep(box, 10));
  });
});
