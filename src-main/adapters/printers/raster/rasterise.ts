import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import { fitPage, isSheet, type Box, type Placement, type Size } from '../../../core/label/fit.ts';
import { cutOut, layInk, turnBitmap } from '../../../core/label/move-ink.ts';
import { dotsPerMm, offsetDots, stockDots, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import { labelsOnSheet } from '../../../core/label/sheet-labels.ts';
import type { LabelDocument, RasterPage } from '../../../app/ports/printing.ts';
import { checkCodes } from './check-codes.ts';
import { enlarged, lookAt, pageGrid, type SeenPage } from './look.ts';
import { mendCodes } from './mend-codes.ts';
import { openLabel } from './open-label.ts';
import { packDots } from './pack-dots.ts';
import type { GrayImage, PdfPage } from './pdfium.ts';
import { previewPng } from './preview.ts';
import { imageOf, LABEL_FORMATS, readCodes, type SpottedBarcode } from './read-codes.ts';

/** Barcodes are looked up on a picture of about this resolution, and at least a quarter finer than the dots. */
const CHECK_DPI = 406;
const LEAST_FINER = 1.25;

/**
 * Fits and rasterises every page; a sheet becomes a page for each label on it. `isChecked` also reads the barcodes back
 * from the dots. Throws LabelUnreadable.
 */
export async function rasterise(
  document: LabelDocument,
  profile: PrinterProfile,
  isChecked: boolean,
): Promise<RasterPage[]> {
  return openLabel(document, profile, async (pages) => {
    const done: RasterPage[] = [];
    for (const page of pages) done.push(...(await rasterisePage(page, profile, isChecked)));
    return done;
  });
}

async function rasterisePage(page: PdfPage, profile: PrinterProfile, isChecked: boolean): Promise<RasterPage[]> {
  const seen = lookAt(page, pageGrid(page, profile.dpi));
  const stock = labelStock(profile);
  const labels = isSheet(seen, stock) ? await labelsOf(seen, stock, profile) : [];
  const done: RasterPage[] = [];
  for (const placement of fitPage(seen, labels, stock, labelOffset(profile))) {
    done.push(await rasteriseLabel(page, seen, placement, profile, isChecked));
  }
  return done;
}

async function labelsOf(
  { dots, coarseness, width, height }: SeenPage,
  stock: Size,
  { dpi }: PrinterProfile,
): Promise<Box[]> {
  const codes = await readCodes(imageOf(dots), { formats: LABEL_FORMATS, binarizer: 'ready', isPatient: false });
  const coarseStock = { width: stock.width / coarseness, height: stock.height / coarseness };
  const middles = codes.map(({ box }) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 }));
  const found = labelsOnSheet(dots, middles, coarseStock, dotsPerMm(dpi) / coarseness);
  return found.map((box) => enlarged(box, coarseness, { width, height }));
}

async function rasteriseLabel(
  page: PdfPage,
  seen: SeenPage,
  placement: Placement,
  profile: PrinterProfile,
  isChecked: boolean,
): Promise<RasterPage> {
  const stock = labelStock(profile);
  const lay = (part: Bitmap): Bitmap => {
    const label = blankBitmap(stock.width, stock.height);
    layInk(label, turnBitmap(part, placement.quarterTurns === 1 ? 90 : 0), placement.left, placement.top);
    return label;
  };
  const [size, part] = partAt(seen, placement, 1);
  const isAsSeen = placement.scale === 1 && seen.coarseness === 1;
  const dots = isAsSeen ? cutOut(seen.dots, placement.source) : packDots(page.render(size, part));
  const finer = checkedFiner(page, size, profile);
  const views = {
    plain: lay(dots),
    large: () => page.render(...partAt(seen, placement, finer)),
    mended: (codes: readonly SpottedBarcode[]) =>
      lay(mendCodes(dots, codes, finer, (times, box) => drawFiner(page, size, part, times, box))),
  };
  const checked = isChecked ? await checkCodes(views) : { bitmap: views.plain, warnings: [] };
  const bitmap = turnBitmap(checked.bitmap, profile.rotation);
  return { bitmap, previewPng: previewPng(bitmap), warnings: [...placement.warnings, ...checked.warnings] };
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

/** The whole page's size and the placed part of it, `finer` times as fine as the printer's dots. */
function partAt(seen: SeenPage, { source, scale }: Placement, finer: number): [Size, Box] {
  const factor = scale * finer;
  const size = (length: number): number => Math.max(1, Math.round(length * factor));
  return [
    { width: size(seen.width), height: size(seen.height) },
    {
      left: Math.round(source.left * factor),
      top: Math.round(source.top * factor),
      width: size(source.width),
      height: size(source.height),
    },
  ];
}

/** The stock in dots, as the label lies before the printer's own rotation. */
function labelStock(profile: PrinterProfile): Size {
  const { width, height } = stockDots(profile);
  return profile.rotation === 90 || profile.rotation === 270 ? { width: height, height: width } : { width, height };
}

/** The paper's offset, as the label lies before the printer's own rotation. */
function labelOffset(profile: PrinterProfile): { x: number; y: number } {
  const { x, y } = offsetDots(profile);
  switch (profile.rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: -x };
    case 180:
      return { x: -x, y: -y };
    case 270:
      return { x: -y, y: x };
  }
}
