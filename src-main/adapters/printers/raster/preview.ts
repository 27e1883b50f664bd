import type { Bitmap } from '../../../core/label/bitmap.ts';
import { greyPng } from './grey-png.ts';

/** A preview is not wider than this, in pixels. */
const PREVIEW_WIDTH = 400;

/** The bitmap as a small grey PNG: each pixel is the share of white among the dots under it. */
export function previewPng(bitmap: Bitmap): Uint8Array {
  const step = Math.max(1, Math.ceil(bitmap.widthDots / PREVIEW_WIDTH));
  const width = Math.max(1, Math.floor(bitmap.widthDots / step));
  const height = Math.max(1, Math.floor(bitmap.heightDots / step));
  const ink = inkUnder(bitmap, step, width, height);
  const shades = Uint8Array.from(
    { length: step * step + 1 },
    (_, dots) => 255 - Math.round((255 * dots) / (step * step)),
  );
  const pixels = new Uint8Array(ink.length);
  for (let at = 0; at < ink.length; at += 1) pixels[at] = shades[ink[at] ?? 0] ?? 255;
  return greyPng({ width, height, pixels });
}

/** How many black dots lie under each pixel of the preview. */
function inkUnder({ bytesPerRow, data }: Bitmap, step: number, width: number, height: number): Uint16Array {
  const ink = new Uint16Array(width * height);
  const pixelOf = Uint16Array.from({ length: bytesPerRow * 8 }, (_, x) => Math.floor(x / step));
  for (let y = 0; y < height * step; y += 1) {
    const row = Math.floor(y / step) * width;
    for (let column = 0; column < bytesPerRow; column += 1) {
      const bits = data[y * bytesPerRow + column] ?? 0;
      if (bits === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        if ((bits & (0x80 >> bit)) === 0) continue;
        const x = pixelOf[column * 8 + bit] ?? 0;
        if (x < width) ink[row + x] = (ink[row + x] ?? 0) + 1;
      }
    }
  }
  return ink;
}
