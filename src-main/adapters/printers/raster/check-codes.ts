import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import { texturedBoxes } from '../../../core/label/islands-of-texture.ts';
import { cutOut } from '../../../core/label/move-ink.ts';
import type { FoundBarcode } from '../../../app/ports/printing.ts';
import {
  imageOf,
  LABEL_FORMATS,
  LINEAR_FORMATS,
  MATRIX_FORMATS,
  readCodes,
  type SpottedBarcode,
} from './read-codes.ts';
import { readsAll } from './read-known.ts';

/** The same label three ways. */
export interface LabelViews {
  /** As it will be printed. */
  readonly plain: Bitmap;
  /** The codes that an earlier look found on this part of the page, where they lie on `plain`; null for a new part. */
  readonly known: readonly SpottedBarcode[] | null;
  /** Drawn larger than it is printed, to see which barcodes there are: black is what is darker than `threshold`. */
  large(threshold: number): Bitmap;
  /** Dots of the large picture on a millimetre of the label. */
  readonly largeDotsPerMm: number;
  /** Where a code of the large picture lies on `plain`. */
  toPlain(code: SpottedBarcode): SpottedBarcode;
  /** With these barcodes, which lie where they were seen on the large picture, drawn again in another way. */
  mended(codes: readonly SpottedBarcode[]): Bitmap;
}

export interface CheckedLabel {
  readonly bitmap: Bitmap;
  readonly warnings: readonly string[];
  /** What can be read on `bitmap`, and where. */
  readonly codes: readonly SpottedBarcode[];
  /** Codes that only the large picture shows, where they lie on it. */
  readonly largeCodes: readonly SpottedBarcode[];
}

/** In the large picture also such a grey is a bar, though a printer leaves it white. */
const PALE = 200;
const READY = { binarizer: 'ready', isPatient: false } as const;
/** No matrix code on a label is smaller. */
const SMALLEST_MATRIX_MM = 4.5;
/** Beyond this part of the picture, reading it piece by piece gains nothing. */
const MOST_SHARE = 0.6;

/**
 * Compares the barcodes on the dots with those on the page drawn larger, or with those that an earlier look found. Each
 * is first read where it lies; everything else happens when one of them cannot be: the whole label is read, a code that
 * was lost is drawn again, and what stays lost is a warning.
 */
export async function checkCodes(views: LabelViews): Promise<CheckedLabel> {
  const { plain, known } = views;
  if (known !== null && (await readsAll(plain, known)))
    return { bitmap: plain, warnings: [], codes: known, largeCodes: [] };
  const wanted = await codesOnLarge(views);
  const placed = wanted.map(views.toPlain);
  // An earlier look may have been a finer one.
  const gone = missing(known ?? [], wanted);
  if (gone.length === 0 && (await readsAll(plain, placed)))
    return { bitmap: plain, warnings: [], codes: placed, largeCodes: wanted };
  return mendLost(views, wanted, gone);
}

/** `gone` are wanted as well, but nobody knows where on the large picture. */
async function mendLost(
  { plain, mended: mend }: LabelViews,
  wanted: readonly SpottedBarcode[],
  gone: readonly SpottedBarcode[],
): Promise<CheckedLabel> {
  const read = await codesOn(plain);
  const lost = missing(wanted, read);
  if (lost.length + missing(gone, read).length === 0)
    return { bitmap: plain, warnings: [], codes: read, largeCodes: wanted };
  const mended = mend(lost);
  const readAgain = await codesOn(mended);
  const stillLost = missing(wanted, readAgain);
  const isBetter = stillLost.length < lost.length && missing(read, readAgain).length === 0;
  const [bitmap, unreadable, codes] = isBetter ? [mended, stillLost, readAgain] : [plain, lost, read];
  const warnings = [...unreadable, ...missing(gone, codes)].map((code) => `barcode-unreadable:${code.format}`);
  return { bitmap, warnings, codes, largeCodes: wanted };
}

/** Bars are looked for everywhere, matrix codes where dots change both ways, which is a small part of a label. */
async function codesOnLarge(views: LabelViews): Promise<SpottedBarcode[]> {
  const large = views.large(PALE);
  const bars = await readCodes(imageOf(large), { formats: LINEAR_FORMATS, ...READY });
  return [...bars, ...(await matrixCodesOn(large, SMALLEST_MATRIX_MM * views.largeDotsPerMm))];
}

async function matrixCodesOn(bitmap: Bitmap, leastDots: number): Promise<SpottedBarcode[]> {
  const formats = MATRIX_FORMATS;
  const boxes = texturedBoxes(bitmap, leastDots).map((box) => within(box, bitmap));
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  if (area > MOST_SHARE * bitmap.widthDots * bitmap.heightDots)
    return readCodes(imageOf(bitmap), { formats, ...READY });
  const found: SpottedBarcode[] = [];
  for (const box of boxes) {
    const codes = await readCodes(imageOf(cutOut(bitmap, box)), { formats, ...READY });
    found.push(...codes.map((code) => moved(code, box)));
  }
  return found;
}

function within({ left, top, width, height }: Box, { widthDots, heightDots }: Bitmap): Box {
  const [fromX, fromY] = [Math.max(0, left), Math.max(0, top)];
  const [toX, toY] = [Math.min(widthDots, left + width), Math.min(heightDots, top + height)];
  return { left: fromX, top: fromY, width: toX - fromX, height: toY - fromY };
}

function moved(code: SpottedBarcode, by: Box): SpottedBarcode {
  return { ...code, box: { ...code.box, left: code.box.left + by.left, top: code.box.top + by.top } };
}

/** Every code on the dots. */
export function codesOn(bitmap: Bitmap): Promise<SpottedBarcode[]> {
  return readCodes(imageOf(bitmap), { formats: LABEL_FORMATS, ...READY });
}

/** Those that are not among the others, by kind and text. */
export function missing<Code extends FoundBarcode>(wanted: readonly Code[], read: readonly FoundBarcode[]): Code[] {
  return wanted.filter(({ format, text }) => !read.some((code) => code.format === format && code.text === text));
}
