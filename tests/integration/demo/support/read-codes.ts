import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GrayPage } from './render-pdf.ts';

let prepared: Promise<unknown> | null = null;

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** What a scanner reads from a page that a printer has cut to black and white: format and text, sorted. */
export async function readCodes(page: GrayPage): Promise<string[]> {
  prepared ??= prepare();
  await prepared;
  const data = new Uint8ClampedArray(page.width * page.height * 4);
  for (const [index, level] of page.gray.entries()) {
    data.fill(level < 160 ? 0 : 255, index * 4, index * 4 + 3);
    data[index * 4 + 3] = 255;
  }
  const results = await readBarcodes(
    { data, width: page.width, height: page.height, colorSpace: 'srgb' } as ImageData,
    {
      formats: ['Code128', 'QRCode'],
      maxNumberOfSymbols: 10,
    },
  );
  return results.map((result) => `${result.format} ${result.text}`).toSorted();
}
