import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Size } from '../../../core/label/fit.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import type { GrayImage } from './gray-image.ts';
import { pictureSize } from './page-picture.ts';
import { readWasm } from './wasm-file.ts';

/** FPDFBitmap_Gray: one byte a pixel (fpdfview.h). */
const GRAY = 1;
/** FPDF_ANNOT | FPDF_GRAYSCALE | FPDF_PRINTING: filled forms, as on paper (fpdfview.h). */
const FLAGS = 0x01 | 0x08 | 0x800;
const ERROR_PASSWORD = 4;
/** A4 at 600 dpi is 35 million; a hostile page must not take all memory. */
const MAX_PIXELS = 120_000_000;

export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Size of the one picture that covers the page and is all there is on it; null on any other page. */
  readonly picture: Size | null;
  /** Draws the part of the page that begins at (left, top), when the whole page is `pageWidth` × `pageHeight` pixels. */
  render(pageWidth: number, pageHeight: number, part: { left: number; top: number; width: number; height: number }): GrayImage;
}

let engine: Promise<WrappedPdfiumModule> | null = null;

/** Starts PDFium once; later calls get the same engine. */
export function pdfium(): Promise<WrappedPdfiumModule> {
  engine ??= startEngine();
  return engine;
}

/** Opens a PDF, hands out its pages one by one, and closes it whatever happens. Throws LabelUnreadable. */
export async function withPdf<Value>(bytes: Uint8Array, maxPages: number, use: (page: PdfPage) => Promise<Value>): Promise<Value[]> {
  const module = await pdfium();
  try {
    return await withDocument(module, bytes, maxPages, use);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // The file made the engine trap; its memory cannot be trusted any more, so the next file gets a new one.
    engine = null;
    throw new LabelUnreadable('damaged');
  }
}

async function withDocument<Value>(
  module: WrappedPdfiumModule,
  bytes: Uint8Array,
  maxPages: number,
  use: (page: PdfPage) => Promise<Value>,
): Promise<Value[]> {
  const memory = module.pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new LabelUnreadable('too-large');
  module.pdfium.HEAPU8.set(bytes, memory);
  const document = module.FPDF_LoadMemDocument(memory, bytes.length, '');
  try {
    if (document === 0) throw new LabelUnreadable(module.FPDF_GetLastError() === ERROR_PASSWORD ? 'encrypted' : 'damaged');
    const count = module.FPDF_GetPageCount(document);
    if (count < 1) throw new LabelUnreadable('no-pages');
    if (count > maxPages) throw new LabelUnreadable('too-large');
    const values: Value[] = [];
    for (let index = 0; index < count; index += 1) values.push(await withPage(module, document, index, use));
    return values;
  } finally {
    if (document !== 0) module.FPDF_CloseDocument(document);
    module.pdfium.wasmExports.free(memory);
  }
}

async function withPage<Value>(
  module: WrappedPdfiumModule,
  document: number,
  index: number,
  use: (page: PdfPage) => Promise<Value>,
): Promise<Value> {
  const page = module.FPDF_LoadPage(document, index);
  if (page === 0) throw new LabelUnreadable('damaged');
  try {
    const widthPt = module.FPDF_GetPageWidthF(page);
    const heightPt = module.FPDF_GetPageHeightF(page);
    const picture = pictureSize(module, page, { width: widthPt, height: heightPt });
    return await use({ widthPt, heightPt, picture, render: renderer(module, page) });
  } finally {
    module.FPDF_ClosePage(page);
  }
}

function renderer(module: WrappedPdfiumModule, page: number): PdfPage['render'] {
  return (pageWidth, pageHeight, { left, top, width, height }) => {
    if (width < 1 || height < 1 || width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
    const bitmap = module.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0);
    if (bitmap === 0) throw new LabelUnreadable('too-large');
    try {
      module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      module.FPDF_RenderPageBitmap(bitmap, page, -left, -top, pageWidth, pageHeight, 0, FLAGS);
      return copyOf(module, bitmap, width, height);
    } finally {
      module.FPDFBitmap_Destroy(bitmap);
    }
  };
}

function copyOf(module: WrappedPdfiumModule, bitmap: number, width: number, height: number): GrayImage {
  const buffer = module.FPDFBitmap_GetBuffer(bitmap);
  const stride = module.FPDFBitmap_GetStride(bitmap);
  const heap = module.pdfium.HEAPU8;
  if (stride === width) return { width, height, pixels: heap.slice(buffer, buffer + width * height) };
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) pixels.set(heap.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
  return { width, height, pixels };
}

async function startEngine(): Promise<WrappedPdfiumModule> {
  const module = await init({ wasmBinary: await readWasm('@embedpdf/pdfium/pdfium.wasm') });
  module.PDFiumExt_Init();
  return module;
}
