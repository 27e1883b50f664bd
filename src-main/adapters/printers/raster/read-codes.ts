import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { FoundBarcode } from '../../../app/ports/printing.ts';
import { unpacked, type GrayImage } from './pdfium.ts';

let ready: Promise<unknown> | null = null;

/** Starts the reader once, from the package's own file. */
function prepare(): Promise<unknown> {
  ready ??= readFile(unpacked(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).then((wasm) =>
    prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
      fireImmediately: true,
    }),
  );
  return ready;
}

/** Every barcode that can be read in a picture. */
export async function readCodes(image: GrayImage, isThorough: boolean): Promise<FoundBarcode[]> {
  await prepare();
  const options: ReaderOptions = { tryHarder: isThorough, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 20 };
  const found = await readBarcodes(rgbaOf(image), options);
  return found.filter((code) => code.isValid && code.text !== '').map((code) => ({ format: code.format, text: code.text }));
}

/** A bitmap as a picture, for reading what will be printed. */
export function imageOf(bitmap: Bitmap): GrayImage {
  const { widthDots: width, heightDots: height } = bitmap;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) pixels[y * width + x] = 0;
    }
  }
  return { width, height, pixels };
}

type Picture = Exclude<Parameters<typeof readBarcodes>[0], Blob | ArrayBuffer | Uint8Array>;

/** The reader wants an ImageData; Node has no such class, but only these fields are read. */
function rgbaOf({ width, height, pixels }: GrayImage): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at += 1) {
    const grey = pixels[at] ?? 255;
    data.fill(grey, at * 4, at * 4 + 3);
    data[at * 4 + 3] = 255;
  }
  return { width, height, data, colorSpace: 'srgb' } as Picture;
}
