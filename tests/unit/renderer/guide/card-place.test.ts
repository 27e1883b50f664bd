import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardPlace, type Box } from '../../../../src-renderer/features/guide/card-place.ts';

const CARD = { width: 340, height: 180 };
const VIEW = { width: 1280, height: 800 };
const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });

describe('the place of the card of the tour', () => {
  it.each([
    ['right of what it speaks of', box(10, 100, 200, 600), { left: 226, top: 100 }],
    ['left of it', box(900, 100, 370, 300), { left: 544, top: 100 }],
    ['under it', box(200, 50, 900, 60), { left: 200, top: 126 }],
    ['over it', box(200, 700, 900, 80), { left: 200, top: 504 }],
  ])('is %s', (_where, target, place) => {
    expect(cardPlace(target, CARD, VIEW)).toEqual(place);
  });

  it('is at the bottom where there is nothing to speak of, or no room', () => {
    const bottom = { left: 470, top: 588 };
    expect(cardPlace(null, CARD, VIEW)).toEqual(bottom);
    expect(cardPlace(box(0, 0, 1280, 800), CARD, VIEW)).toEqual(bottom);
  });

  it('is inside the window wherever the target lies', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(number(1_280), number(800), number(1_280), number(800), (left, top, width, height) => {
        const place = cardPlace(box(left, top, width, height), CARD, VIEW);
        expect(place.left).toBeGreaterThanOrEqual(16);
        expect(place.top).toBeGreaterThanOrEqual(16);
        expect(place.left + CARD.width).toBeLessThanOrEqual(1_280 - 16);
        expect(place.top + CARD.height).toBeLessThanOrEqual(800 - 16);
      }),
    );
  });
});
