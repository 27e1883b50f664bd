import { PNG } from 'pngjs';
import type { Bitmap } from '../../../core/label/bitmap.ts';

/** A preview is not wider than this, in pixels. */
const PREVIEW_WIDTH = 400;

/** The bitmap as a small grey PNG: each pixel is the share of white among the dots under it. */
export function previewPng(bitmap: Bitmap): Uint8Array {
  const step = Math.max(1, Math.ceil(bitmap.widthDots / PREVIEW_WIDTH));
  const width = Math.max(1, Math.floor(bitmap.widthDots / step));
  const height = Math.max(1, Math.floor(bitmap.heightDots / step));
  const ink = inkUnder(bitmap, step, width, height);
  // Without row filters and at the quickest level: it is made for every label and looked at for some.
  const options = {
    colorType: 0,
    inputColorType: 0,
    inputHasAlpha: false,
    bitDepth: 8,
    deflateLevel: 1,
    filterType: 0,
  } as const;
  const png = new PNG({ width, height, ...options });
  png.data = Buffer.from(ink.map((dots) => 255 - Math.round((255 * dots) / (step * step))));
  return new Uint8Array(PNG.sync.write(png, options));
}

/** How many black dots lie under each pixel of the preview. */
function inkUnder({ bytesPerRow, data }: Bitmap, step: number, width: number, height: number): Uint16Array {
  const ink = new Uint16Array(width * height);
  for (let y = 0; y < height * step; y += 1) {
    const row = Math.floor(y / step) * width;
    for (let column = 0; column < bytesPerRow; column += 1) {
      const bits = data[y * bytesPerRow + column] ?? 0;
      if (bits === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        const x = Math.floor((column * 8 + bit) / step);
        if ((bits & (0x80 >> bit)) !== 0 && x < width) ink[row + x] = (ink[row + x] ?? 0) + 1;
      }
    }
  }
  return ink;
}
