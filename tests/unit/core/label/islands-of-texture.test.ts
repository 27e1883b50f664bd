import bwipjs from 'bwip-js/node';
import { describe, expect, it } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { texturedBoxes } from '../../../../src-main/core/label/islands-of-texture.ts';
import { fillBox } from '../../../support/bitmaps.ts';

function matrixCode(bcid: string, module: number): { bitmap: Bitmap; size: number } {
  const [code] = bwipjs.raw({ bcid, text: 'LX481203775CN and some more' }) as unknown as {
    pixs: number[];
    pixx: number;
    pixy: number;
  }[];
  if (code === undefined) throw new Error('no code');
  const bitmap = blankBitmap(800, 1_200);
  code.pixs.forEach((pixel, index) => {
    const [x, y] = [index % code.pixx, Math.floor(index / code.pixx)];
    if (pixel !== 0) fillBox(bitmap, 300 + x * module, 500 + y * module, module, module);
  });
  return { bitmap, size: code.pixx * module };
}

describe('texturedBoxes', () => {
  it.each([
    ['datamatrix', 4],
    ['datamatrix', 10],
    ['qrcode', 3],
    ['qrcode', 8],
    ['azteccode', 5],
  ])('finds a %s of %i dots a module, with white around', (bcid, module) => {
    const { bitmap, size } = matrixCode(bcid, module);
    const [box, ...others] = texturedBoxes(bitmap, 32);
    expect(others).toEqual([]);
    expect(box!.left).toBeLessThanOrEqual(300);
    expect(box!.top).toBeLessThanOrEqual(500);
    expect(box!.left + box!.width).toBeGreaterThanOrEqual(300 + size);
    expect(box!.top + box!.height).toBeGreaterThanOrEqual(500 + size);
  });

  it('passes over white, lines, solid boxes and bars', () => {
    const bitmap = blankBitmap(800, 1_200);
    fillBox(bitmap, 0, 100, 800, 8);
    fillBox(bitmap, 100, 200, 200, 150);
    for (let x = 100; x < 700; x += 6) fillBox(bitmap, x, 500, 3, 200);
    expect(texturedBoxes(bitmap, 32)).toEqual([]);
  });
});
