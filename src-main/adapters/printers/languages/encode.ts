import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { assertNever } from '../../../core/shared/assert-never.ts';
import { encodeTspl } from './tspl.ts';
import { encodeZpl } from './zpl.ts';

/** A bitmap in the printer's language, cut to what its head can print. Pure. Throws RangeError on a number of copies that is no whole number from 1 to 999. */
export function encodeLabel(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  if (!Number.isInteger(copies) || copies < 1 || copies > 999) throw new RangeError(`cannot print ${copies} copies`);
  const printable = withinHead(bitmap, profile.headDots);
  switch (profile.language) {
    case 'zpl':
      return encodeZpl(printable, profile, copies);
    case 'tspl':
      return encodeTspl(printable, profile, copies);
    default:
      return assertNever(profile.language);
  }
}

/** A line wider than the head makes some printers drop the job and others print it askew: never send one. */
function withinHead(bitmap: Bitmap, headDots: number): Bitmap {
  if (bitmap.widthDots <= headDots) return bitmap;
  const cut = blankBitmap(headDots, bitmap.heightDots);
  const lastMask = 0xff << ((8 - (headDots % 8)) % 8);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const row = y * cut.bytesPerRow;
    const last = row + cut.bytesPerRow - 1;
    cut.data.set(bitmap.data.subarray(y * bitmap.bytesPerRow, y * bitmap.bytesPerRow + cut.bytesPerRow), row);
    cut.data[last] = (cut.data[last] ?? 0) & lastMask;
  }
  return cut;
}
