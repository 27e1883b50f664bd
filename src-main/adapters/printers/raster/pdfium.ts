import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Box, Size } from '../../../core/label/fit.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { pictureSize } from './page-picture.ts';
import { openForm, type PdfForm } from './pdf-form.ts';

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
    return await use(pagesOf(module, document, form, count));
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
  count: number,
): Generator<PdfPage> {
  for (let index = 0; index < count; index += 1) {
    const page = module.FPDF_LoadPage(document, index);
    if (page === 0) throw new LabelUnreadable('damaged');
    form?.opened(page);
    try {
      yield pageOf(module, page, form);
    } finally {
      form?.closing(page);
      module.FPDF_ClosePage(page);
    }
  }
}

function pageOf(module: WrappedPdfiumModule, page: number, form: PdfForm | null): PdfPage {
  const [widthPt, heightPt] = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)];
  return {
    widthPt,
    heightPt,
    picture: form === null ? pictureSize(module, page, { width: widthPt, height: heightPt }) : null,
    render: (size, { left, top, width, height }) => {
      if (width < 1 || height < 1 || width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
      const bitmap = module.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0);
      if (bitmap === 0) throw new LabelUnreadable('too-large');
      try {
        module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        module.FPDF_RenderPageBitmap(bitmap, page, -left, -top, size.width, size.height, 0, FLAGS);
        form?.draw(bitmap, page, -left, -top, size.width, size.height, FLAGS);
        return copyOf(module, bitmap, width, height);
      } finally {
        module.FPDFBitmap_Destroy(bitmap);
      }
    },
  };
}

function copyOf(module: WrappedPdfiumModule, bitmap: number, width: number, height: number): GrayImage {
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
