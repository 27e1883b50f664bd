import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOnPaper,
  isInkOffPaper,
  paperOf,
} from '../../../../../src-main/adapters/printers/windows/place-on-paper.ts';
import { blankBitmap } from '../../../../../src-main/core/label/bitmap.ts';
import { blacken } from '../../../../support/bitmaps.ts';
import { CAPS } from './fake-windows.ts';

describe('where a page lies on the paper', () => {
  it('knows that 203 dpi is 8 dots a millimetre', () => {
    expect(paperOf(blankBitmap(800, 1200), 203)).toEqual({
      widthMm: expect.closeTo(100, 9),
      heightMm: expect.closeTo(150, 9),
    });
    expect(paperOf(blankBitmap(1200, 1800), 300).widthMm).toBeCloseTo(101.6, 9);
  });

  it('leaves the dots alone on a head of the same resolution, whatever the driver calls it', () => {
    for (const dpiX of [203, 204, 203.2])
      expect(boxOnPaper(blankBitmap(800, 8), 203, { ...CAPS, dpiX }).width).toBe(800);
  });

  it('keeps the size on another, and the corner on the corner of the paper', () => {
    const caps = { dpiX: 600, dpiY: 300, offsetX: 100, offsetY: 50, paperWidth: 4960, paperHeight: 3508 };
    expect(boxOnPaper(blankBitmap(800, 1200), 203, caps)).toEqual({ x: -100, y: -50, width: 2362, height: 1772 });
  });

  it('is off by less than a dot of the device', () => {
    fc.assert(
      fc.property(fc.constantFrom(203, 300, 600), fc.constantFrom(180, 203, 300, 360, 600, 1200), (dpi, dpiX) => {
        const bitmap = blankBitmap(777, 1);
        const { width } = boxOnPaper(bitmap, dpi, { ...CAPS, dpiX });
        const wantedInches = paperOf(bitmap, dpi).widthMm / 25.4;
        return Math.abs(width / dpiX - wantedInches) <= (Math.abs(dpi - dpiX) <= 1 ? 0.005 : 0.5 / dpiX);
      }),
    );
  });
});

describe('isInkOffPaper', () => {
  it('looks at ink, not at the white around it', () => {
    const page = blankBitmap(900, 1300);
    blacken(page, 700, 1100);
    expect(isInkOffPaper(page, 203, CAPS)).toBe(false);
    blacken(page, 700, 1250);
    expect(isInkOffPaper(page, 203, CAPS)).toBe(true);
  });

  it('knows the dot, to the tolerance of drivers', () => {
    for (const [x, isOff] of [
      [810, false],
      [811, true],
      [899, true],
    ] as const) {
      const page = blankBitmap(900, 100);
      blacken(page, x, 50);
      expect(isInkOffPaper(page, 203, CAPS)).toBe(isOff);
    }
  });
});
