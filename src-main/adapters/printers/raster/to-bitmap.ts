import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import type { GrayImage } from './pdfium.ts';

/** Below this of 255 a pixel is printed; it gives the best small Chinese text at 203 dpi (measured). */
export const THRESHOLD = 160;

/** Lays a grey picture on white stock as dots, turned clockwise by quarters, with its corner at (left, top). */
export function toBitmap(
  image: GrayImage,
  quarterTurns: 0 | 1,
  stock: { readonly width: number; readonly height: number },
  left: number,
  top: number,
  threshold = THRESHOLD,
): Bitmap {
  const bitmap = blankBitmap(stock.width, stock.height);
  const { width, height, pixels } = image;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= threshold) continue;
      const toX = left + (quarterTurns === 1 ? height - 1 - y : x);
      const toY = top + (quarterTurns === 1 ? x : y);
      if (toX < 0 || toY < 0 || toX >= stock.width || toY >= stock.height) continue;
      const at = toY * bitmap.bytesPerRow + (toX >> 3);
      bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (toX & 7));
    }
  }
  return bitmap;
}

/** The bitmap turned clockwise by so many quarters, for a printer that takes its labels another way up. */
export function turnBitmap(bitmap: Bitmap, degrees: 0 | 90 | 180 | 270): Bitmap {
  if (degrees === 0) return bitmap;
  const { widthDots, heightDots } = bitmap;
  const turned = degrees === 180 ? blankBitmap(widthDots, heightDots) : blankBitmap(heightDots, widthDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      const toX = degrees === 90 ? heightDots - 1 - y : degrees === 180 ? widthDots - 1 - x : y;
      const toY = degrees === 90 ? x : degrees === 180 ? heightDots - 1 - y : widthDots - 1 - x;
      const at = toY * turned.bytesPerRow + (toX >> 3);
      turned.data[at] = (turned.data[at] ?? 0) | (0x80 >> (toX & 7));
    }
  }
  return turned;
}
