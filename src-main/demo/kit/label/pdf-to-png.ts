import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { PNG } from 'pngjs';

const grayFormat = 1;
const forPrinting = 0x800;
let started: Promise<WrappedPdfiumModule> | null = null;

async function start(): Promise<WrappedPdfiumModule> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** The first page as a grey PNG with so many dots an inch, for platforms that sell their labels as pictures. */
export async function pdfToPng(bytes: Uint8Array, dpi: number): Promise<Uint8Array> {
  started ??= start();
  const pdfium = await started;
  const place = pdfium.pdfium.wasmExports.malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, place);
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '');
  try {
    if (document === 0) throw new Error(`PDFium cannot open this PDF: ${pdfium.FPDF_GetLastError()}`);
    return firstPage(pdfium, document, dpi);
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    pdfium.pdfium.wasmExports.free(place);
  }
}

function firstPage(pdfium: WrappedPdfiumModule, document: number, dpi: number): Uint8Array {
  const page = pdfium.FPDF_LoadPage(document, 0);
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) / 72) * dpi);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) / 72) * dpi);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, grayFormat, 0, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, forPrinting);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const data = Buffer.alloc(width * height);
  for (let row = 0; row < height; row += 1) {
    data.set(pdfium.pdfium.HEAPU8.subarray(from + row * stride, from + row * stride + width), row * width);
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8 });
  png.data = data;
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
}
