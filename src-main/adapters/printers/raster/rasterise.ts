import { fitPage, type PageLook, type Placement } from '../../../core/label/fit.ts';
import { inkBox, inkIslands } from '../../../core/label/islands.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import { LabelUnreadable, type FoundBarcode, type LabelDocument, type RasterPage } from '../../../app/ports/printing.ts';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import { withPdf, type GrayImage, type PdfPage } from './pdfium.ts';
import { pngAsPdf } from './png-as-pdf.ts';
import { previewPng } from './preview.ts';
import { imageOf, readCodes } from './read-codes.ts';
import { toBitmap, turnBitmap } from './to-bitmap.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_PAGES = 100;
const MAX_PAGE_INCHES = 60;
const MM_PER_INCH = 25.4;
/** The coarse look: fine enough to see a hairline frame, quick on an A4 sheet. */
const LOOK_DPI = 72;
/** Ink this far apart (in points) still belongs together: about four millimetres. */
const ISLAND_REACH = 6;
const INK_BELOW = 200;
/** Stock assumed for reading a dropped file, before any printer is known. */
const ANY_STOCK = { width: 4, height: 6 };

/** Fits and rasterises every page. `isChecked` also reads the barcodes back from the dots. Throws LabelUnreadable. */
export async function rasterise(document: LabelDocument, profile: PrinterProfile, isChecked: boolean): Promise<RasterPage[]> {
  const stockInches = { width: profile.mediaWidthMm / MM_PER_INCH, height: profile.mediaHeightMm / MM_PER_INCH };
  const pdf = await asPdf(document, stockInches);
  return withPdf(pdf, MAX_PAGES, async (pages) => {
    const done: RasterPage[] = [];
    for (const page of pages) done.push(await rasterisePage(page, profile, isChecked));
    return done;
  });
}

/** Reads the barcodes on all pages, drawn large. Throws LabelUnreadable. */
export async function readDocument(document: LabelDocument): Promise<FoundBarcode[]> {
  return withPdf(await asPdf(document, ANY_STOCK), MAX_PAGES, async (pages) => {
    const found: FoundBarcode[] = [];
    for (const page of pages.slice(0, 4)) {
      const scale = page.widthPt * page.heightPt > 300_000 ? 300 : 406;
      const { width, height } = pageDots(page, scale);
      found.push(...(await readCodes(page.render(width, height, { left: 0, top: 0, width, height }), true)));
    }
    return found;
  });
}

async function asPdf(document: LabelDocument, stockInches: { width: number; height: number }): Promise<Uint8Array> {
  const { bytes, kind } = document;
  if (bytes.length === 0) throw new LabelUnreadable('empty');
  if (bytes.length > MAX_BYTES) throw new LabelUnreadable('too-large');
  return kind === 'png' ? pngAsPdf(bytes, stockInches) : bytes;
}

async function rasterisePage(page: PdfPage, profile: PrinterProfile, isChecked: boolean): Promise<RasterPage> {
  if (!(page.widthPt > 0 && page.heightPt > 0) || Math.max(page.widthPt, page.heightPt) > MAX_PAGE_INCHES * LOOK_DPI) {
    throw new LabelUnreadable('too-large');
  }
  const perInch = gridOf(page, profile.dpi);
  const stock = stockDots(profile);
  const look = lookAt(page, perInch);
  const placement = fitPage(look, stock.width, stock.height);
  const left = placement.left + Math.round(profile.offsetXMm * dotsPerMm(profile.dpi));
  const top = placement.top + Math.round(profile.offsetYMm * dotsPerMm(profile.dpi));
  const draw = (image: GrayImage): Bitmap => toBitmap(image, placement.quarterTurns, stock, left, top);
  const plain = draw(renderPart(page, look, placement, 1));
  const checked = isChecked ? await checkCodes(page, look, placement, plain, draw) : { bitmap: plain, warnings: [] };
  const bitmap = turnBitmap(checked.bitmap, profile.rotation);
  return { bitmap, previewPng: previewPng(bitmap), warnings: [...placement.warnings, ...checked.warnings] };
}

/**
 * Compares what can be read from the dots with what can be read from the page drawn three times as large. A code that
 * was lost is tried again with its bars averaged from an eight times finer picture; what stays lost is a warning.
 */
async function checkCodes(
  page: PdfPage,
  look: PageLook,
  placement: Placement,
  plain: Bitmap,
  draw: (image: GrayImage) => Bitmap,
): Promise<{ readonly bitmap: Bitmap; readonly warnings: readonly string[] }> {
  const wanted = await readCodes(renderPart(page, look, placement, 3), false);
  if (wanted.length === 0) return { bitmap: plain, warnings: [] };
  const lost = await lostCodes(wanted, plain);
  if (lost.length === 0) return { bitmap: plain, warnings: [] };
  const fine = draw(averaged(renderPart(page, look, placement, 8), 8));
  const stillLost = await lostCodes(wanted, fine);
  const [bitmap, codes] = stillLost.length < lost.length ? [fine, stillLost] : [plain, lost];
  return { bitmap, warnings: codes.map((code) => `barcode-unreadable:${code.format}`) };
}

async function lostCodes(wanted: readonly FoundBarcode[], bitmap: Bitmap): Promise<FoundBarcode[]> {
  const read = new Set((await readCodes(imageOf(bitmap), true)).map((code) => code.text));
  return wanted.filter((code) => !read.has(code.text));
}

/** The part of the page that is placed, `finer` times as fine as the printer's dots. */
function renderPart(page: PdfPage, look: PageLook, { source, scale }: Placement, finer: number): GrayImage {
  const factor = scale * finer;
  return page.render(Math.round(look.width * factor), Math.round(look.height * factor), {
    left: Math.round(source.left * factor),
    top: Math.round(source.top * factor),
    width: Math.max(1, Math.round(source.width * scale) * finer),
    height: Math.max(1, Math.round(source.height * scale) * finer),
  });
}

/** Each dot as the mean of the finer pixels under it, darkened a little so that thin bars keep their width. */
function averaged(image: GrayImage, by: number): GrayImage {
  const width = Math.floor(image.width / by);
  const height = Math.floor(image.height / by);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < by; dy += 1) for (let dx = 0; dx < by; dx += 1) sum += image.pixels[(y * by + dy) * image.width + x * by + dx] ?? 255;
      pixels[y * width + x] = Math.min(255, Math.round(sum / (by * by)) + AVERAGE_LIFT);
    }
  }
  return { width, height, pixels };
}

/** Averages are cut at 120 of 255 (measured best 110–128), while the shared threshold is 160. */
const AVERAGE_LIFT = 40;

/** What the page is about: its size in dots, its ink, its islands, seen at 72 dpi. */
function lookAt(page: PdfPage, perInch: number): PageLook {
  const coarse = pageDots(page, LOOK_DPI);
  const image = page.render(coarse.width, coarse.height, { left: 0, top: 0, ...coarse });
  const map = { width: coarse.width, height: coarse.height, cells: image.pixels.map((pixel) => (pixel < INK_BELOW ? 1 : 0)) };
  const { width, height } = pageDots(page, perInch);
  const [toX, toY] = [width / coarse.width, height / coarse.height];
  const grown = (box: { left: number; top: number; width: number; height: number }) => {
    const [left, top] = [Math.max(0, Math.floor((box.left - 1) * toX)), Math.max(0, Math.floor((box.top - 1) * toY))];
    const [right, bottom] = [Math.ceil((box.left + box.width + 1) * toX), Math.ceil((box.top + box.height + 1) * toY)];
    return { left, top, width: Math.min(width, right) - left, height: Math.min(height, bottom) - top };
  };
  const content = inkBox(map);
  const isLarge = coarse.width * coarse.height > 300_000;
  const islands = isLarge && content !== null ? inkIslands(map, ISLAND_REACH).slice(0, 8) : [];
  return { width, height, content: content === null ? null : grown(content), islands: islands.map(grown) };
}

/**
 * Dots per inch of the page's own grid. Pages in inches are drawn for 203 dots an inch (4×6 in is 812×1218), pages in
 * millimetres for 8 dots a millimetre; a whole number of dots for each bar depends on taking the right one.
 */
function gridOf(page: PdfPage, dpi: PrinterProfile['dpi']): number {
  if (dpi !== 203) return dpi;
  const isInches = [page.widthPt, page.heightPt].every((size) => Math.abs(size / 18 - Math.round(size / 18)) < 0.02);
  return isInches ? 203 : 8 * MM_PER_INCH;
}

function pageDots(page: PdfPage, perInch: number): { width: number; height: number } {
  return {
    width: Math.max(1, Math.round((page.widthPt / LOOK_DPI) * perInch)),
    height: Math.max(1, Math.round((page.heightPt / LOOK_DPI) * perInch)),
  };
}

/** The stock in dots, as the label lies before the printer's own rotation. */
function stockDots(profile: PrinterProfile): { readonly width: number; readonly height: number } {
  const perMm = dotsPerMm(profile.dpi);
  const width = Math.min(profile.headDots, Math.round(profile.mediaWidthMm * perMm));
  const height = Math.round(profile.mediaHeightMm * perMm);
  return profile.rotation === 90 || profile.rotation === 270 ? { width: height, height: width } : { width, height };
}
