import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { assertNever } from '../../../core/shared/assert-never.ts';
import { encodeTspl } from './tspl.ts';
import { encodeZpl } from './zpl.ts';

/** A bitmap in the printer's language. Pure. Throws RangeError on a number of copies that is no whole number from 1 to 999. */
export function encodeLabel(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  if (!Number.isInteger(copies) || copies < 1 || copies > 999) throw new RangeError(`cannot print ${copies} copies`);
  switch (profile.language) {
    case 'zpl':
      return encodeZpl(bitmap, profile, copies);
    case 'tspl':
      return encodeTspl(bitmap, profile, copies);
    default:
      return assertNever(profile.language);
  }
}
