import { describe, expect, it } from 'vitest';
import { inkBoxOf } from '../../../../src-main/core/label/move-ink.ts';
import {
  DEFAULT_PROFILE,
  dotsPerMm,
  offsetDots,
  ROTATIONS,
  stockDots,
} from '../../../../src-main/core/label/printer-profile.ts';
import { testPage } from '../../../../src-main/core/label/test-page.ts';
import { isBlack } from '../../../support/bitmaps.ts';

describe('testPage', () => {
  it('frames the stock two millimetres inside, at every resolution', () => {
    for (const dpi of [203, 300, 600] as const) {
      const page = testPage({ ...DEFAULT_PROFILE, dpi, headDots: 5_000 });
      const margin = Math.round(2 * dotsPerMm(dpi));
      expect(inkBoxOf(page)).toEqual({
        left: margin,
        top: margin,
        width: page.widthDots - 2 * margin,
        height: page.heightDots - 2 * margin,
      });
      expect({ width: page.widthDots, height: page.heightDots }).toEqual(
        stockDots({ ...DEFAULT_PROFILE, dpi, headDots: 5_000 }),
      );
    }
  });

  it('has a tick every five millimetres, a longer one every ten', () => {
    const page = testPage(DEFAULT_PROFILE);
    const inside = 16 + 2 * 3;
    for (const mm of [15, 25, 35, 60]) {
      expect(isBlack(page, mm * 8, inside + 5)).toBe(true);
      expect(isBlack(page, mm * 8, inside + 25)).toBe(mm % 10 === 0);
    }
    expect(isBlack(page, 12 * 8, inside + 5)).toBe(false);
  });

  it('is never wider than the head', () => {
    expect(testPage({ ...DEFAULT_PROFILE, headDots: 640 }).widthDots).toBe(640);
  });

  it('shows the offset', () => {
    const plain = inkBoxOf(testPage(DEFAULT_PROFILE));
    const moved = inkBoxOf(testPage({ ...DEFAULT_PROFILE, offsetXMm: 1.5, offsetYMm: -1 }));
    expect(moved).toEqual({ ...plain, left: (plain?.left ?? 0) + 12, top: (plain?.top ?? 0) - 8 });
    expect(offsetDots({ ...DEFAULT_PROFILE, dpi: 300, offsetXMm: 1 }).x).toBe(12);
  });

  it('shows the rotation: the arrow’s head is where the label’s top is', () => {
    const heads = ROTATIONS.map((rotation) => {
      const page = testPage({ ...DEFAULT_PROFILE, rotation });
      const [x, y] = [page.widthDots >> 1, page.heightDots >> 1];
      const beside = { 0: [x + 8, y - 28], 90: [x + 28, y + 8], 180: [x + 8, y + 28], 270: [x - 28, y + 8] } as const;
      return ROTATIONS.filter((way) => isBlack(page, ...beside[way]));
    });
    expect(heads).toEqual([[0], [90], [180], [270]]);
  });

  it('does not break on stock smaller than its drawing', () => {
    expect(() => testPage({ ...DEFAULT_PROFILE, mediaWidthMm: 10, mediaHeightMm: 10 })).not.toThrow();
  });
});
