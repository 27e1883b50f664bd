import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box, Size } from '../../../core/label/box.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { packRows } from './pack-dots.ts';
import { pictureSize } from './page-picture.ts';
import { openForm, type PdfForm } from './pdf-form.ts';
import { userUnit } from './user-unit.ts';

/** FPDFBitmap_Gray: one byte a pixel (fpdfview.h). */
const GRAY = 1;
/** FPDF_ANNOT | FPDF_PRINTING: stamps and remarks, as on paper (fpdfview.h). */
const FLAGS = 0x01 | 0x800;
/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (fpdfview.h). */
const LOCKED = [4, 5];
const MAX_PIXELS = 120_000_000;

/** A page's picture: one byte a pixel, 255 = white. */
export interface GrayImage extends Size {
  readonly pixels: Uint8Array;
}

export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Pixels of a page that is nothing but one picture, as it lies on the page; null on any other page. */
  readonly picture: Size | null;
  /** Draws a part of the page, when the whole page is `size` pixels. Throws LabelUnreadable 'too-large'. */
  render(size: Size, part: Box): GrayImage;
  /** The same as dots: black where it is darker than the threshold. */
  renderDots(size: Size, part: Box, threshold: number): Bitmap;
}

let engine: Promise<WrappedPdfiumModule> | null = null;

/** Starts PDFium once; later calls get the same engine. */
export function pdfium(): Promise<WrappedPdfiumModule> {
  engine ??= startEngine();
  return engine;
}

/**
 * Opens a PDF, hands out its pages one after the other, and closes it whatever happens; a page is valid until the next
 * one is taken. Throws LabelUnreadable.
 */
export async function withPdf<Value>(
  bytes: Uint8Array,
  maxPages: number,
  use: (pages: Iterable<PdfPage>) => Promise<Value>,
): Promise<Value> {
  const module = await pdfium();
  const memory = module.pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new LabelUnreadable('too-large');
  let document = 0;
  let form: PdfForm | null = null;
  try {
    module.pdfium.HEAPU8.set(bytes, memory);
    document = module.FPDF_LoadMemDocument(memory, bytes.length, '');
    if (document === 0)
      throw new LabelUnreadable(LOCKED.includes(module.FPDF_GetLastError()) ? 'encrypted' : 'damaged');
    const count = module.FPDF_GetPageCount(document);
    if (count < 1) throw new LabelUnreadable('no-pages');
    if (count > maxPages) throw new LabelUnreadable('too-large');
    form = openForm(module, document);
    return await use(pagesOf(module, document, form, { count, unit: userUnit(bytes) }));
  } finally {
    form?.close();
    if (document !== 0) module.FPDF_CloseDocument(document);
    module.pdfium.wasmExports.free(memory);
  }
}

function* pagesOf(
  module: WrappedPdfiumModule,
  document: number,
  form: PdfForm | null,
  { count, unit }: { readonly count: number; readonly unit: number },
): Generator<PdfPage> {
  for (let index = 0; index < count; index += 1) {
    const page = module.FPDF_LoadPage(document, index);
    if (page === 0) throw new LabelUnreadable('damaged');
    form?.opened(page);
    try {
      yield pageOf(module, page, form, unit);
    } finally {
      form?.closing(page);
      module.FPDF_ClosePage(page);
    }
  }
}

function pageOf(module: WrappedPdfiumModule, page: number, form: PdfForm | null, unit: number): PdfPage {
  const [widthPt, heightPt] = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)];
  return {
    widthPt: widthPt * unit,
    heightPt: heightPt * unit,
    picture: form === null ? pictureSize(module, page, { width: widthPt, height: heightPt }) : null,
    render: (size, part) => drawn(module, page, form, size, part, (picture) => copyOf(module, picture, part)),
    renderDots: (size, part, threshold) =>
      drawn(module, page, form, size, part, (picture) => {
        const start = module.FPDFBitmap_GetBuffer(picture);
        const stride = module.FPDFBitmap_GetStride(picture);
        return packRows(module.pdfium.HEAPU8, { start, stride, width: part.width, height: part.height }, threshold);
      }),
  };
}

/** Draws a part of the page and hands the engine's picture to `take`, which copies what it wants. */
function drawn<Value>(
  module: WrappedPdfiumModule,
  page: number,
  form: PdfForm | null,
  size: Size,
  { left, top, width, height }: Box,
  take: (picture: number) => Value,
): Value {
  if (width < 1 || height < 1 || width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  const picture = module.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0);
  if (picture === 0) throw new LabelUnreadable('too-large');
  try {
    module.FPDFBitmap_FillRect(picture, 0, 0, width, height, 0xffffffff);
    module.FPDF_RenderPageBitmap(picture, page, -left, -top, size.width, size.height, 0, FLAGS);
    form?.draw(picture, page, -left, -top, size.width, size.height, FLAGS);
    return take(picture);
  } finally {
    module.FPDFBitmap_Destroy(picture);
  }
}

function copyOf(module: WrappedPdfiumModule, bitmap: number, { width, height }: Size): GrayImage {
  const buffer = module.FPDFBitmap_GetBuffer(bitmap);
  const stride = module.FPDFBitmap_GetStride(bitmap);
  const heap = module.pdfium.HEAPU8;
  if (stride === width) return { width, height, pixels: heap.slice(buffer, buffer + width * height) };
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    pixels.set(heap.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
  return { width, height, pixels };
}

/** The engine's code comes out of the package, never from a network. */
async function startEngine(): Promise<WrappedPdfiumModule> {
  const module = await init({ wasmBinary: await readWasm('@embedpdf/pdfium/pdfium.wasm') });
  module.PDFiumExt_Init();
  return module;
}

/** A package's WebAssembly; in a packaged app these files lie beside the archive. */
export async function readWasm(specifier: string): Promise<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve(specifier);
  const wasm = await readFile(file.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1'));
  return wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
}
