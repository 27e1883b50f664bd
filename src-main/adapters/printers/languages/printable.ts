import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';

/**
 * The bitmap as the head can print it. A line wider than the head makes some printers drop the job and others print it
 * askew, and ink in the padding would come out: neither is ever sent.
 */
export function printable(bitmap: Bitmap, headDots: number): Bitmap {
  const widthDots = Math.min(bitmap.widthDots, headDots);
  const mask = 0xff << ((8 - (widthDots % 8)) % 8);
  if (widthDots === bitmap.widthDots && isClean(bitmap, mask)) return bitmap;
  const cut = blankBitmap(widthDots, bitmap.heightDots);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const to = y * cut.bytesPerRow;
    const from = y * bitmap.bytesPerRow;
    const last = to + cut.bytesPerRow - 1;
    cut.data.set(bitmap.data.subarray(from, from + cut.bytesPerRow), to);
    cut.data[last] = (cut.data[last] ?? 0) & mask;
  }
  return cut;
}

function isClean({ bytesPerRow, data }: Bitmap, mask: number): boolean {
  const padding = ~mask & 0xff;
  if (padding === 0) return true;
  for (let last = bytesPerRow - 1; last < data.length; last += bytesPerRow)
    if (((data[last] ?? 0) & padding) !== 0) return false;
  return true;
}
