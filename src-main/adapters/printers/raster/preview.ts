import { PNG } from 'pngjs';
import type { Bitmap } from '../../../core/label/bitmap.ts';

export const PREVIEW_WIDTH = 400;

/** The bitmap as a small grey PNG: each pixel is the share of white among the dots under it. */
export function previewPng(bitmap: Bitmap): Uint8Array {
  const step = Math.max(1, Math.ceil(bitmap.widthDots / PREVIEW_WIDTH));
  const width = Math.floor(bitmap.widthDots / step);
  const height = Math.max(1, Math.floor(bitmap.heightDots / step));
  const grey = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) grey[y * width + x] = 255 - Math.round((255 * inkUnder(bitmap, x * step, y * step, step)) / (step * step));
  }
  const options = { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8, deflateLevel: 6 } as const;
  const png = new PNG({ width, height, ...options });
  png.data = grey;
  return new Uint8Array(PNG.sync.write(png, options));
}

function inkUnder(bitmap: Bitmap, left: number, top: number, step: number): number {
  let ink = 0;
  for (let y = top; y < top + step; y += 1) {
    for (let x = left; x < left + step; x += 1) {
      if (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) ink += 1;
    }
  }
  return ink;
}
