import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { assertNever } from '../../../core/shared/assert-never.ts';
import { encodeCpcl } from './cpcl.ts';
import { encodeEpl } from './epl.ts';
import { encodeEscpos } from './escpos.ts';
import { printable } from './printable.ts';
import { encodeTspl } from './tspl.ts';
import { encodeZpl } from './zpl.ts';

/**
 * A bitmap in the printer's language, cut to what its head can print. Pure. Throws RangeError on a number of copies that
 * is no whole number from 1 to 999, and on a printer that takes pages: its driver gets the bitmap itself.
 */
export function encodeLabel(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  if (!Number.isInteger(copies) || copies < 1 || copies > 999) throw new RangeError(`cannot print ${copies} copies`);
  const { language } = profile;
  if (language === 'page') throw new RangeError('a printer that takes pages has no language: send it the bitmap');
  const ready = printable(bitmap, profile.headDots);
  switch (language) {
    case 'zpl':
      return encodeZpl(ready, profile, copies);
    case 'tspl':
      return encodeTspl(ready, profile, copies);
    case 'epl':
      return encodeEpl(ready, profile, copies);
    case 'cpcl':
      return encodeCpcl(ready, profile, copies);
    case 'escpos':
      return encodeEscpos(ready, profile, copies);
    default:
      return assertNever(language);
  }
}
