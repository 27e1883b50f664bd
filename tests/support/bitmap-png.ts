import { PNG } from 'pngjs';
import type { Bitmap } from '../../src-main/core/label/bitmap.ts';
import { isBlack } from './bitmaps.ts';

/** A bitmap as a PNG, one pixel a dot, with a white margin as the paper around it has. */
export function bitmapPng(bitmap: Bitmap, margin = 16): Uint8Array {
  const png = new PNG({ width: bitmap.widthDots + 2 * margin, height: bitmap.heightDots + 2 * margin });
  png.data.fill(255);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      const at = ((y + margin) * png.width + x + margin) * 4;
      if (isBlack(bitmap, x, y)) png.data.fill(0, at, at + 3);
    }
  }
  return new Uint8Array(PNG.sync.write(png));
}
