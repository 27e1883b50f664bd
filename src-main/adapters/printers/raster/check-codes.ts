import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { FoundBarcode } from '../../../app/ports/printing.ts';
import type { GrayImage } from './pdfium.ts';
import {
  blackAndWhite,
  imageOf,
  LABEL_FORMATS,
  LINEAR_FORMATS,
  MATRIX_FORMATS,
  readCodes,
  type SpottedBarcode,
} from './read-codes.ts';

/** The same label three ways. */
export interface LabelViews {
  /** As it will be printed. */
  readonly plain: Bitmap;
  /** Drawn larger than it is printed, to see which barcodes there are. */
  large(): GrayImage;
  /** With these barcodes, which lie where they were seen on the large picture, drawn again in another way. */
  mended(codes: readonly SpottedBarcode[]): Bitmap;
}

/** In the large picture also such a grey is a bar, though a printer leaves it white. */
const PALE = 200;

/**
 * Compares the barcodes on the dots with those on the page drawn larger. A code that was lost is drawn again; what
 * stays lost is a warning. A kind of matrix code that was read from the dots is not looked for in the large picture:
 * labels carry one text in each kind, and looking for them is what takes the time.
 */
export async function checkCodes(
  views: LabelViews,
): Promise<{ readonly bitmap: Bitmap; readonly warnings: readonly string[] }> {
  const read = await codesOn(views.plain);
  const formats = [
    ...LINEAR_FORMATS,
    ...MATRIX_FORMATS.filter((format) => !read.some((code) => code.format === format)),
  ];
  const wanted = await readCodes(blackAndWhite(views.large(), PALE), { formats, binarizer: 'ready', isPatient: false });
  const lost = missing(wanted, read);
  if (lost.length === 0) return { bitmap: views.plain, warnings: [] };
  const mended = views.mended(lost);
  const readAgain = await codesOn(mended);
  const stillLost = missing(wanted, readAgain);
  const isBetter = stillLost.length < lost.length && missing(read, readAgain).length === 0;
  const [bitmap, unreadable] = isBetter ? [mended, stillLost] : [views.plain, lost];
  return { bitmap, warnings: unreadable.map((code) => `barcode-unreadable:${code.format}`) };
}

function codesOn(bitmap: Bitmap): Promise<SpottedBarcode[]> {
  return readCodes(imageOf(bitmap), { formats: LABEL_FORMATS, binarizer: 'ready', isPatient: false });
}

function missing<Code extends FoundBarcode>(wanted: readonly Code[], read: readonly FoundBarcode[]): Code[] {
  return wanted.filter(({ format, text }) => !read.some((code) => code.format === format && code.text === text));
}
