import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export interface GrayPage {
  width: number;
  height: number;
  /** One byte a pixel, 255 is white. */
  gray: Uint8Array;
}

let started: Promise<WrappedPdfiumModule> | null = null;

async function start(): Promise<WrappedPdfiumModule> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Every page as PDFium draws it with so many dots to the millimetre. */
export async function renderPdf(bytes: Uint8Array, dotsPerMm: number): Promise<GrayPage[]> {
  started ??= start();
  const pdfium = await started;
  const place = pdfium.pdfium.wasmExports.malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, place);
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '');
  if (document === 0) throw new Error(`PDFium cannot open this PDF: ${pdfium.FPDF_GetLastError()}`);
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) =>
    renderPage(pdfium, document, index, dotsPerMm),
  );
  pdfium.FPDF_CloseDocument(document);
  pdfium.pdfium.wasmExports.free(place);
  return pages;
}

function renderPage(pdfium: WrappedPdfiumModule, document: number, index: number, dotsPerMm: number): GrayPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) / 72) * 25.4 * dotsPerMm);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) / 72) * 25.4 * dotsPerMm);
  const grayFormat = 1;
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, grayFormat, 0, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x08);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const gray = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    gray.set(pdfium.pdfium.HEAPU8.subarray(start + row * stride, start + row * stride + width), row * width);
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, gray };
}
