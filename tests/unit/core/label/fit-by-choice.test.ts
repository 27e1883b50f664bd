import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atScale, fitByChoice } from '../../../../src-main/core/label/fit-by-choice.ts';
import type { Box } from '../../../../src-main/core/label/box.ts';
import type { FitChoice } from '../../../../src-main/core/label/fit-choice.ts';
import { turnedSize } from '../../../../src-main/core/label/fit-turn.ts';

const stock = { width: 800, height: 1200 };
const none = { x: 0, y: 0 };
const page = { width: 1680, height: 2376 };
const inked = (content: Box | null) => (part: Box) => (content !== null && overlaps(content, part) ? content : null);
const ink = inked({ left: 100, top: 100, width: 700, height: 1000 });
const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height;
const quarter: FitChoice = {
  box: { left: 0, top: 0, width: 0.5, height: 0.5 },
  quarterTurns: 0,
  scale: 'own-size',
};

describe('fitByChoice', () => {
  it('puts the chosen part in the middle at its own size', () => {
    expect(fitByChoice(page, ink, quarter, stock, none)).toEqual({
      source: { left: 0, top: 0, width: 840, height: 1188 },
      quarterTurns: 0,
      scale: 1,
      left: -20,
      top: 6,
      warnings: [],
    });
  });

  it('tells of ink that falls off the stock', () => {
    const wide = { ...quarter, box: { left: 0, top: 0, width: 1, height: 0.5 } };
    const broad = inked({ left: 10, top: 10, width: 1600, height: 1000 });
    expect(fitByChoice(page, broad, wide, stock, none).warnings).toEqual(['label-cropped']);
  });

  it('tells of a part without ink', () => {
    const lower = { ...quarter, box: { left: 0.5, top: 0.5, width: 0.5, height: 0.5 } };
    expect(fitByChoice(page, ink, lower, stock, none).warnings).toEqual(['label-empty']);
    expect(fitByChoice(page, inked(null), quarter, stock, none).warnings).toEqual(['label-empty']);
  });

  it('fills the stock, larger or smaller, turned as she turned it', () => {
    const small = { ...quarter, box: { left: 0, top: 0, width: 0.25, height: 0.25 }, scale: 'fill' } as const;
    const filled = fitByChoice(page, ink, small, stock, none);
    expect(filled.scale).toBeCloseTo(800 / 420, 5);
    const turned = fitByChoice(page, ink, { ...small, quarterTurns: 3 }, stock, none);
    expect(turned.quarterTurns).toBe(3);
    expect(turned.scale).toBeCloseTo(800 / 594, 5);
  });

  it('moves with the printer’s offset and centres anew at another scale', () => {
    const plain = fitByChoice(page, ink, quarter, stock, none);
    const moved = fitByChoice(page, ink, quarter, stock, { x: 8, y: -16 });
    expect([moved.left - plain.left, moved.top - plain.top]).toEqual([8, -16]);
    expect(atScale(plain, 0.5, stock, none)).toMatchObject({ scale: 0.5, left: 190, top: 303 });
  });

  it('never leaves the page nor the stock when it fills, whatever the box', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const boxes = fc.record({ left: share, top: share, width: share, height: share });
    fc.assert(
      fc.property(boxes, fc.constantFrom(0, 1, 2, 3), (box, quarterTurns) => {
        const choice = { box, quarterTurns, scale: 'fill' } as FitChoice;
        const { source, scale, left, top, quarterTurns: turns } = fitByChoice(page, ink, choice, stock, none);
        expect(source.width).toBeGreaterThanOrEqual(1);
        expect(source.left + source.width).toBeLessThanOrEqual(page.width);
        expect(source.top + source.height).toBeLessThanOrEqual(page.height);
        const size = turnedSize(source, turns);
        expect(left).toBeGreaterThanOrEqual(-1);
        expect(left + size.width * scale).toBeLessThanOrEqual(stock.width + 1);
        expect(top + size.height * scale).toBeLessThanOrEqual(stock.height + 1);
      }),
    );
  });
});
