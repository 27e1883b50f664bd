import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import type { GrayImage } from './pdfium.ts';

/** Below this of 255 a pixel is printed; it gives the best small Chinese text at 203 dpi (measured). */
export const THRESHOLD = 160;

/** A grey picture as dots: black where it is darker than the threshold. */
export function packDots({ width, height, pixels }: GrayImage, threshold = THRESHOLD): Bitmap {
  const bitmap = blankBitmap(width, height);
  const { bytesPerRow, data } = bitmap;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((pixels[at] ?? 255) >= threshold) continue;
      const byte = y * bytesPerRow + (x >> 3);
      data[byte] = (data[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bitmap;
}
