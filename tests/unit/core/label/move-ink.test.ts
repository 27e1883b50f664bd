import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { cutOut, inkBoxOf, layInk, turnBitmap } from '../../../../src-main/core/label/move-ink.ts';
import { ROTATIONS } from '../../../../src-main/core/label/printer-profile.ts';
import { anyBitmap, bitmapOf, isBlack, textOf } from '../../../support/bitmaps.ts';

describe('blankBitmap', () => {
  it('refuses sizes that are no positive whole numbers', () => {
    for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => blankBitmap(size, 1)).toThrow(RangeError);
      expect(() => blankBitmap(1, size)).toThrow(RangeError);
    }
  });
});

describe('layInk', () => {
  it('puts every dot where it belongs, loses what lies outside and leaves the padding white', () => {
    const place = fc.integer({ min: -40, max: 60 });
    fc.assert(
      fc.property(anyBitmap(), anyBitmap(), place, place, (under, over, left, top) => {
        const target = cutOut(under, { left: 0, top: 0, width: under.widthDots, height: under.heightDots });
        layInk(target, over, left, top);
        for (let y = 0; y < target.heightDots; y += 1) {
          for (let x = 0; x < target.bytesPerRow * 8; x += 1) {
            const byte = target.data[y * target.bytesPerRow + (x >> 3)] ?? 0;
            const wanted = x < target.widthDots && (isBlack(under, x, y) || isBlack(over, x - left, y - top));
            if (((byte & (0x80 >> (x & 7))) !== 0) !== wanted) return false;
          }
        }
        return true;
      }),
    );
  });
});

describe('turnBitmap', () => {
  it('turns clockwise', () => {
    const arrow = bitmapOf('.#.', '###', '.#.', '.##');
    expect(textOf(turnBitmap(arrow, 90))).toEqual(['..#.', '####', '#.#.']);
    expect(textOf(turnBitmap(arrow, 180))).toEqual(['##.', '.#.', '###', '.#.']);
    expect(textOf(turnBitmap(arrow, 270))).toEqual(['.#.#', '####', '.#..']);
  });

  it('comes back after a whole turn, whatever the steps', () => {
    fc.assert(
      fc.property(anyBitmap(), fc.constantFrom(...ROTATIONS), (bitmap, degrees) => {
        const rest = ROTATIONS.find((other) => (other + degrees) % 360 === 0) ?? 0;
        expect(turnBitmap(turnBitmap(bitmap, degrees), rest)).toEqual(bitmap);
      }),
    );
  });
});

describe('inkBoxOf', () => {
  it('is the smallest box around the ink', () => {
    expect(inkBoxOf(bitmapOf('.....', '..#..', '....#', '.....'))).toEqual({ left: 2, top: 1, width: 3, height: 2 });
    expect(inkBoxOf(blankBitmap(9, 3))).toBeNull();
  });

  it('holds all ink and touches it on each side', () => {
    fc.assert(
      fc.property(anyBitmap(), (bitmap) => {
        const box = inkBoxOf(bitmap);
        if (box === null) return bitmap.data.every((byte) => byte === 0);
        const part = cutOut(bitmap, box);
        const back = blankBitmap(bitmap.widthDots, bitmap.heightDots);
        layInk(back, part, box.left, box.top);
        expect(back).toEqual(bitmap);
        expect(inkBoxOf(part)).toEqual({ left: 0, top: 0, width: box.width, height: box.height });
        return true;
      }),
    );
  });
});
