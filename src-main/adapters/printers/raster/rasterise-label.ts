import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import type { Box, Size } from '../../../core/label/box.ts';
import { stretchRows } from '../../../core/label/fit-feed.ts';
import type { Placement } from '../../../core/label/fit.ts';
import { cutOut, layInk, turnBitmap } from '../../../core/label/move-ink.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { RasterPage } from '../../../app/ports/printing.ts';
import { checkCodes, codesOn, missing, type CheckedLabel } from './check-codes.ts';
import { fromStock, onPage, onStock, partAt } from './code-places.ts';
import { knownCodes, shareOf, type KnownPart } from './known-codes.ts';
import type { SeenPage } from './look.ts';
import { mendCodes } from './mend-codes.ts';
import { nativeJob } from './native-zpl.ts';
import type { LabelPage } from './open-label.ts';
import type { GrayImage, PdfPage } from './pdfium.ts';
import { labelStock } from './place-page.ts';
import { previewPng } from './preview.ts';
import { LINEAR_FORMATS, type SpottedBarcode } from './read-codes.ts';
import { stampMark } from './stamp-mark.ts';

/** Barcodes are looked up on a picture of about this resolution, and at least a quarter finer than the dots. */
const CHECK_DPI = 406;
const LEAST_FINER = 1.25;

/** What to make of one label of a page. */
export interface LabelWork {
  readonly profile: PrinterProfile;
  /** Words to stamp on it. */
  readonly mark: string | null;
  /** Reads the barcodes back. */
  readonly isChecked: boolean;
  /** True when the printer draws it from its own commands. */
  readonly isNative: boolean;
  /** Page of the document, from 0. */
  readonly pageIndex: number;
  readonly known: readonly KnownPart[];
}

export interface RasterisedLabel {
  readonly page: RasterPage;
  /** What was learnt of the page; null when nothing new. */
  readonly learnt: KnownPart | null;
}

/** Draws one placed label, reads it back, stamps it, and turns and stretches it for the printer. */
export async function rasteriseLabel(
  { page, zpl }: LabelPage,
  seen: SeenPage,
  placement: Placement,
  work: LabelWork,
): Promise<RasterisedLabel> {
  const { profile, mark } = work;
  const { checked, learnt } = await drawAndCheck(page, seen, placement, work);
  const stamped = mark === null ? null : await stampMark(checked.bitmap, mark, checked.codes, profile);
  const warnings: string[] = [...placement.warnings, ...checked.warnings];
  if (mark !== null && stamped === null) warnings.push('mark-missing');
  if (zpl?.isGraphicMissing === true) warnings.push('zpl-graphic-missing');
  const { bitmap, lost } = await forPrinter(stamped?.bitmap ?? checked.bitmap, profile);
  warnings.push(...lost.filter((warning) => !warnings.includes(warning)));
  const native = zpl !== null && work.isNative ? nativeJob(zpl, profile, stamped?.mark ?? null) : null;
  return { page: { bitmap, previewPng: previewPng(bitmap), warnings, native }, learnt };
}

async function drawAndCheck(
  page: PdfPage,
  seen: SeenPage,
  placement: Placement,
  { profile, isChecked, mark, known, pageIndex }: LabelWork,
): Promise<{ readonly checked: CheckedLabel; readonly learnt: KnownPart | null }> {
  const [size, part] = partAt(seen, placement, 1);
  const lay = (dots: Bitmap): Bitmap => layOnStock(dots, placement, labelStock(profile));
  const isAsSeen = placement.scale === 1 && seen.coarseness === 1;
  const dots = isAsSeen ? cutOut(seen.dots, placement.source) : page.renderDots(size, part, profile.inkThreshold);
  const plain = lay(dots);
  if (!isChecked && mark === null) return { checked: unchecked(plain), learnt: null };
  const finer = checkedFiner(page, size, profile);
  const [largeSize, largePart] = partAt(seen, placement, finer);
  const share = shareOf(seen, placement.source);
  const codes = knownCodes(known, pageIndex, share, largeSize.width);
  const checked = await checkCodes({
    plain,
    known: codes?.map((code) => onStock(code, seen, placement)) ?? null,
    large: (threshold) => page.renderDots(largeSize, largePart, threshold),
    toPlain: (code) => onStock(onPage(code, seen, placement, finer), seen, placement),
    largeDotsPerMm: dotsPerMm(profile.dpi) * finer,
    mended: (lost) => lay(mendCodes(dots, lost, finer, (times, box) => drawFiner(page, size, part, times, box))),
  });
  if (codes !== null) return { checked, learnt: null };
  const learnt = distinct([
    ...checked.largeCodes.map((code) => onPage(code, seen, placement, finer)),
    ...checked.codes.map((code) => fromStock(code, seen, placement)),
  ]);
  return {
    checked,
    learnt: { page: pageIndex, part: share, widthPixels: largeSize.width, codes: learnt, modules: null },
  };
}

const unchecked = (bitmap: Bitmap): CheckedLabel => ({ bitmap, warnings: [], codes: [], largeCodes: [] });

/** Each code once, where it was seen first. */
function distinct(codes: readonly SpottedBarcode[]): SpottedBarcode[] {
  return codes.filter((code, index) => missing([code], codes.slice(0, index)).length > 0);
}

function layOnStock(dots: Bitmap, { quarterTurns, left, top }: Placement, stock: Size): Bitmap {
  const label = blankBitmap(stock.width, stock.height);
  layInk(label, turnBitmap(dots, ([0, 90, 180, 270] as const)[quarterTurns]), left, top);
  return label;
}

/** Turned as the printer wants it, and longer or shorter where its feed is not true; then it is read once more. */
async function forPrinter(
  label: Bitmap,
  { rotation, feedScale }: PrinterProfile,
): Promise<{ readonly bitmap: Bitmap; readonly lost: readonly string[] }> {
  const turned = turnBitmap(label, rotation);
  if (feedScale === 1) return { bitmap: turned, lost: [] };
  const codes = await codesOn(turned);
  // Bars that stand side by side lose nothing by a row more or less; all others do.
  const isTouchy = (code: SpottedBarcode): boolean =>
    code.isUpended || !LINEAR_FORMATS.some((format) => format === code.format);
  const bitmap = stretchRows(
    turned,
    feedScale,
    codes.filter(isTouchy).map(({ box }) => box),
  );
  const lost = missing(codes, await codesOn(bitmap));
  return { bitmap, lost: lost.map((code) => `barcode-unreadable:${code.format}`) };
}

/** How much finer than the dots barcodes are looked up; a picture has no more to show than its own pixels. */
function checkedFiner({ picture }: PdfPage, size: Size, { dpi }: PrinterProfile): number {
  const finer = Math.max(LEAST_FINER, CHECK_DPI / dpi);
  return picture === null ? finer : Math.min(finer, Math.max(1, picture.width / size.width));
}

/** Draws a box of the placed part so many times as fine along each axis. */
function drawFiner(
  page: PdfPage,
  size: Size,
  part: Box,
  { x, y }: { readonly x: number; readonly y: number },
  box: Box,
): GrayImage {
  return page.render(
    { width: size.width * x, height: size.height * y },
    { left: (part.left + box.left) * x, top: (part.top + box.top) * y, width: box.width * x, height: box.height * y },
  );
}
