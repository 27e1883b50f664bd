import { fitPage, liesOn, scaleFor, type Box, type Placement, type Size } from '../../../core/label/fit.ts';
import { cutSheet } from '../../../core/label/sheet.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { LabelUnreadable, type FoundBarcode, type LabelDocument, type RasterPage } from '../../../app/ports/printing.ts';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { GrayImage } from './gray-image.ts';
import { lookAt, type PageLook } from './look.ts';
import { MM_PER_INCH, pageAt, pageGrid, shiftDots, stockDots } from './page-grid.ts';
import { withPdf, type PdfPage } from './pdfium.ts';
import { pngAsPdf } from './png-as-pdf.ts';
import { previewPng } from './preview.ts';
import { readCodes } from './read-codes.ts';
import { checkCodes } from './scan-check.ts';
import { toBitmap, turnBitmap } from './to-bitmap.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_PAGES = 100;
const MAX_PAGE_PT = 60 * 72;
/** Pages on which dropped files are searched for codes. */
const READ_PAGES = 4;
/** Stock assumed for reading a dropped file, before any printer is known. */
const ANY_STOCK = { width: 4, height: 6 };
/** A page this many times the stock's area may be a sheet of labels. */
const SHEET_AREA = 1.6;
/** Enough to read the codes of any label, and quick on a sheet. */
const SHEET_SCAN_DPI = 203;
/** Codes are looked for at about this resolution when the dots are checked: three times a 203 dpi head. */
const SOURCE_DPI = 600;

/** Fits and rasterises every page. `isChecked` also reads the barcodes back from the dots. Throws LabelUnreadable. */
export async function rasterise(document: LabelDocument, profile: PrinterProfile, isChecked: boolean): Promise<RasterPage[]> {
  const stockInches = { width: profile.mediaWidthMm / MM_PER_INCH, height: profile.mediaHeightMm / MM_PER_INCH };
  const labels = await withPdf(asPdf(document, stockInches), MAX_PAGES, (page) => rasterisePage(page, profile, isChecked));
  return labels.flat();
}

/** Reads the barcodes on the first pages, drawn large. Throws LabelUnreadable. */
export async function readDocument(document: LabelDocument): Promise<FoundBarcode[]> {
  let left = READ_PAGES;
  const found = await withPdf(asPdf(document, ANY_STOCK), MAX_PAGES, async (page) => {
    left -= 1;
    if (left < 0) return [];
    checkSize(page);
    const { width, height } = pageAt(page, page.widthPt * page.heightPt > 300_000 ? 300 : 406);
    return readCodes(page.render(width, height, { left: 0, top: 0, width, height }));
  });
  return found.flat().map(({ format, text }) => ({ format, text }));
}

/** What the first bytes say it is, whatever the document is called. */
function asPdf({ bytes }: LabelDocument, stockInches: Size): Uint8Array {
  if (bytes.length === 0) throw new LabelUnreadable('empty');
  if (bytes.length > MAX_BYTES) throw new LabelUnreadable('too-large');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return pngAsPdf(bytes, stockInches);
  // Readers accept anything before the header as long as it is within the first 1024 bytes (ISO 32000-1, annex H.3).
  if (head.includes('%PDF-')) return bytes;
  throw new LabelUnreadable('not-pdf-or-png');
}

function checkSize({ widthPt, heightPt }: PdfPage): void {
  if (!(widthPt > 0 && heightPt > 0)) throw new LabelUnreadable('damaged');
  if (Math.max(widthPt, heightPt) > MAX_PAGE_PT) throw new LabelUnreadable('too-large');
}

/** All labels of a page: one, or several when it is a sheet of them. */
async function rasterisePage(page: PdfPage, profile: PrinterProfile, isChecked: boolean): Promise<RasterPage[]> {
  checkSize(page);
  const job = { page, profile, grid: pageGrid(page, profile.dpi), stock: stockDots(profile) };
  const labels: RasterPage[] = [];
  for (const placement of await placeLabels(job)) labels.push(await rasteriseLabel(job, placement, isChecked));
  return labels;
}

interface PageJob {
  readonly page: PdfPage;
  readonly profile: PrinterProfile;
  /** The page and the stock in dots. */
  readonly grid: Size;
  readonly stock: Size;
}

async function placeLabels(job: PageJob): Promise<Placement[]> {
  const { grid, stock, page } = job;
  const whole: Box = { left: 0, top: 0, ...grid };
  const { x, y } = shiftDots(job.profile);
  if (liesOn(grid, stock) && x === 0 && y === 0) return [await place(job, whole, whole)];
  const look = lookAt(page, grid);
  const placement = await place(job, whole, look.content);
  const isSheet = placement.scale < 1 && grid.width * grid.height > SHEET_AREA * stock.width * stock.height;
  const cuts = isSheet ? await cutsOf(job, look) : null;
  if (cuts === null) return [placement];
  const placements: Placement[] = [];
  for (const cut of cuts) placements.push(await place(job, cut, cut));
  return placements.map((cut) => ({ ...cut, warnings: [...cut.warnings, 'label-cut-out'] }));
}

/** The labels of a sheet in dots; null when it is better left whole. */
async function cutsOf({ page, grid, stock }: PageJob, look: PageLook): Promise<Box[] | null> {
  const { width, height } = pageAt(page, SHEET_SCAN_DPI);
  const codes = await readCodes(page.render(width, height, { left: 0, top: 0, width, height }));
  const { map } = look;
  const spots = codes.map((code) => ({
    x: (((code.left + code.right) / 2) * map.width) / width,
    y: (((code.top + code.bottom) / 2) * map.height) / height,
  }));
  const stockCells = { width: (stock.width * map.width) / grid.width, height: (stock.height * map.height) / grid.height };
  return cutSheet(map, spots, stockCells, look.cellsPerInch / MM_PER_INCH)?.map(look.inDots) ?? null;
}

/** Places one label; one that lies across is turned so that its codes, and with them its text, come upright. */
async function place({ page, profile, grid, stock }: PageJob, part: Box, content: Box | null): Promise<Placement> {
  const request = { part, content, stock, shift: shiftDots(profile), turn: 1 } as const;
  const placement = fitPage(request);
  if (placement.quarterTurns === 0) return placement;
  // Read no finer than needed: these codes say which way is up, nothing else.
  const fine = scaleFor(placement.source, { width: 2_400, height: 2_400 });
  const codes = await readCodes(renderPart(page, grid, { ...placement, scale: fine }, 1, 1));
  const clockwise = codes.filter((code) => code.quarterTurns === 1).length;
  const anticlockwise = codes.filter((code) => code.quarterTurns === 3).length;
  return clockwise > anticlockwise ? fitPage({ ...request, turn: 3 }) : placement;
}

async function rasteriseLabel({ page, profile, grid, stock }: PageJob, placement: Placement, isChecked: boolean): Promise<RasterPage> {
  const draw = (image: GrayImage): Bitmap => toBitmap(image, placement.quarterTurns, stock, placement.left, placement.top);
  const render = (finerX: number, finerY: number): GrayImage => renderPart(page, grid, placement, finerX, finerY);
  const plain = render(1, 1);
  const first = draw(plain);
  const sourceFiner = Math.max(1, Math.round(SOURCE_DPI / profile.dpi));
  const checked = isChecked ? await checkCodes({ plain, render, draw, sourceFiner }, first) : { bitmap: first, warnings: [] };
  const bitmap = turnBitmap(checked.bitmap, profile.rotation);
  const warnings = new Set<string>([...placement.warnings, ...checked.warnings]);
  if (bitmap.data.every((byte) => byte === 0)) warnings.add('label-empty');
  return { bitmap, previewPng: previewPng(bitmap), warnings: [...warnings] };
}

/** The part of the page that is placed, so many times as fine as the printer's dots along each axis. */
function renderPart(page: PdfPage, grid: Size, { source, scale }: Placement, finerX: number, finerY: number): GrayImage {
  const x = scale * finerX;
  const y = scale * finerY;
  return page.render(Math.round(grid.width * x), Math.round(grid.height * y), {
    left: Math.round(source.left * x),
    top: Math.round(source.top * y),
    width: Math.max(1, Math.round(source.width * scale)) * finerX,
    height: Math.max(1, Math.round(source.height * scale)) * finerY,
  });
}
