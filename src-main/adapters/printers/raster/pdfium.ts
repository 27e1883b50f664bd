import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { LabelUnreadable } from '../../../app/ports/printing.ts';

/** FPDFBitmap_Gray: one byte a pixel (fpdfview.h). */
const GRAY = 1;
/** FPDF_ANNOT | FPDF_PRINTING: filled forms, as on paper (fpdfview.h). */
const FLAGS = 0x01 | 0x800;
const ERROR_PASSWORD = 4;
const MAX_PIXELS = 120_000_000;

/** A page's picture: one byte a pixel, 255 = white. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Draws the part of the page that begins at (left, top), when the whole page is `pageWidth` × `pageHeight` pixels. */
  render(pageWidth: number, pageHeight: number, part: { left: number; top: number; width: number; height: number }): GrayImage;
}

let engine: Promise<WrappedPdfiumModule> | null = null;

/** Starts PDFium once; later calls get the same engine. */
export function pdfium(): Promise<WrappedPdfiumModule> {
  engine ??= startEngine();
  return engine;
}

/** Opens a PDF, hands out each of its pages, and closes it whatever happens. Throws LabelUnreadable. */
export async function withPdf<Value>(bytes: Uint8Array, maxPages: number, use: (pages: readonly PdfPage[]) => Promise<Value>): Promise<Value> {
  const module = await pdfium();
  const memory = module.pdfium.wasmExports.malloc(bytes.length);
  const handles: number[] = [];
  let document = 0;
  try {
    module.pdfium.HEAPU8.set(bytes, memory);
    document = module.FPDF_LoadMemDocument(memory, bytes.length, '');
    if (document === 0) throw new LabelUnreadable(module.FPDF_GetLastError() === ERROR_PASSWORD ? 'encrypted' : 'damaged');
    const count = module.FPDF_GetPageCount(document);
    if (count < 1) throw new LabelUnreadable('no-pages');
    if (count > maxPages) throw new LabelUnreadable('too-large');
    const pages = Array.from({ length: count }, (_, index) => {
      const page = module.FPDF_LoadPage(document, index);
      if (page === 0) throw new LabelUnreadable('damaged');
      handles.push(page);
      return pageOf(module, page);
    });
    return await use(pages);
  } finally {
    for (const page of handles) module.FPDF_ClosePage(page);
    if (document !== 0) module.FPDF_CloseDocument(document);
    module.pdfium.wasmExports.free(memory);
  }
}

function pageOf(module: WrappedPdfiumModule, page: number): PdfPage {
  return {
    widthPt: module.FPDF_GetPageWidthF(page),
    heightPt: module.FPDF_GetPageHeightF(page),
    render: (pageWidth, pageHeight, { left, top, width, height }) => {
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
    },
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

/** The engine's code comes out of the package, never from a network. */
async function startEngine(): Promise<WrappedPdfiumModule> {
  const file = unpacked(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const wasm = await readFile(file);
  const module = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer });
  module.PDFiumExt_Init();
  return module;
}

/** In a packaged app these files lie beside the archive. */
export function unpacked(file: string): string {
  return file.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1');
}
