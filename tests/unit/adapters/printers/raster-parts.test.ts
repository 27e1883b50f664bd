import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { mendCodes } from '../../../../src-main/adapters/printers/raster/mend-codes.ts';
import { packDots } from '../../../../src-main/adapters/printers/raster/pack-dots.ts';
import type { GrayImage } from '../../../../src-main/adapters/printers/raster/pdfium.ts';
import { previewPng } from '../../../../src-main/adapters/printers/raster/preview.ts';
import { imageOf, type SpottedBarcode } from '../../../../src-main/adapters/printers/raster/read-codes.ts';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { fillBox, isBlack, textOf } from '../../../support/bitmaps.ts';

describe('packDots', () => {
  it('prints what is darker than the threshold, and nothing beside the picture', () => {
    const pixels = Uint8Array.of(0, 159, 160, 255, 0, 255, 255, 255, 0);
    expect(textOf(packDots({ width: 9, height: 1, pixels }))).toEqual(['##..#...#']);
    expect(packDots({ width: 9, height: 1, pixels }).data).toEqual(Uint8Array.of(0b11001000, 0b10000000));
  });

  it('is undone by imageOf', () => {
    const image = {
      width: 13,
      height: 2,
      pixels: Uint8Array.from({ length: 26 }, (_, at) => (at % 3 === 0 ? 0 : 255)),
    };
    expect(imageOf(packDots(image))).toEqual(image);
  });
});

describe('previewPng', () => {
  it('is at most 400 pixels wide, each the share of white among its dots', () => {
    const bitmap = blankBitmap(812, 30);
    fillBox(bitmap, 0, 0, 3, 3);
    fillBox(bitmap, 3, 0, 1, 3);
    const png = PNG.sync.read(Buffer.from(previewPng(bitmap)));
    expect([png.width, png.height]).toEqual([270, 10]);
    expect([png.data[0], png.data[4], png.data[8]]).toEqual([0, 170, 255]);
  });

  it('shows a very small label as it is', () => {
    const png = PNG.sync.read(Buffer.from(previewPng(blankBitmap(1, 1))));
    expect([png.width, png.height, png.data[0]]).toEqual([1, 1, 255]);
  });
});

describe('mendCodes', () => {
  const code = (isUpended: boolean): SpottedBarcode => ({
    format: 'Code128',
    text: 'X',
    box: { left: 40, top: 40, width: 40, height: 20 },
    isUpended,
  });

  it('draws the barcode and its quiet zone again, finer along its bars, and touches nothing else', () => {
    for (const isUpended of [false, true]) {
      const dots = blankBitmap(80, 60);
      fillBox(dots, 0, 0, 80, 60);
      const asked: unknown[] = [];
      const mended = mendCodes(dots, [code(isUpended)], 2, (times, box): GrayImage => {
        asked.push(times, box);
        const [width, height] = [box.width * times.x, box.height * times.y];
        return { width, height, pixels: new Uint8Array(width * height).fill(255) };
      });
      // 40/2 to 80/2 and 40/2 to 60/2, six dots of quiet around.
      const box = { left: 14, top: 14, width: 32, height: 22 };
      expect(asked).toEqual([isUpended ? { x: 1, y: 8 } : { x: 8, y: 1 }, box]);
      for (let y = 0; y < 60; y += 1) {
        for (let x = 0; x < 80; x += 1) {
          const isInside = x >= 14 && x < 46 && y >= 14 && y < 36;
          expect(isBlack(mended, x, y)).toBe(!isInside);
        }
      }
      expect(isBlack(dots, 20, 20)).toBe(true);
    }
  });

  it('makes a dot black when more than half of it is', () => {
    const mended = mendCodes(blankBitmap(80, 60), [code(false)], 1, (times, box): GrayImage => {
      const [width, height] = [box.width * times.x, box.height * times.y];
      // In each dot of eight parts, as many are black as its column says, again and again.
      const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
        const x = at % width;
        return x % 8 < (x >> 3) % 9 ? 0 : 255;
      });
      return { width, height, pixels };
    });
    const row = Array.from({ length: 9 }, (_, column) => isBlack(mended, 34 + column, 45));
    expect(row).toEqual([false, false, false, false, false, true, true, true, true]);
  });
});
