import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { bitmapPng } from '../../../../src-main/core/label/png.ts';
import { anyBitmap, isBlack } from '../../../support/bitmaps.ts';

describe('bitmapPng', () => {
  it('is a picture that another program reads dot by dot', () => {
    fc.assert(
      fc.property(anyBitmap(), (bitmap) => {
        const png = PNG.sync.read(Buffer.from(bitmapPng(bitmap)), { checkCRC: true });
        expect([png.width, png.height]).toEqual([bitmap.widthDots, bitmap.heightDots]);
        for (let y = 0; y < png.height; y += 1) {
          for (let x = 0; x < png.width; x += 1) {
            expect(png.data[(y * png.width + x) * 4]).toBe(isBlack(bitmap, x, y) ? 0 : 255);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds a page of more than one stored block', () => {
    const png = PNG.sync.read(Buffer.from(bitmapPng(blankBitmap(1200, 1800))), { checkCRC: true });
    expect([png.width, png.height]).toEqual([1200, 1800]);
    expect(png.data.every((value) => value === 255)).toBe(true);
  });
});
