import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { FoundBarcode } from '../../../app/ports/printing.ts';
import type { GrayImage } from './gray-image.ts';
import { readWasm } from './wasm-file.ts';

/** A code and where it lies in the picture that was read. */
export interface LocatedCode extends FoundBarcode {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Quarter turns clockwise by which the code is turned from upright: 0, 1, 2 or 3. */
  readonly quarterTurns: number;
}

/** What carriers and platforms print. Fewer kinds are quicker to look for and less often seen in plain text. */
const FORMATS: NonNullable<ReaderOptions['formats']> = ['Code128', 'Code39', 'Code93', 'ITF', 'EAN13', 'UPCA', 'QRCode', 'DataMatrix', 'PDF417', 'Aztec'];
/** Shorter finds are chance patterns in text and frames. */
const SHORTEST = 4;

let ready: Promise<unknown> | null = null;

/** Starts the reader once, from the package's own file. */
export function prepareReader(): Promise<unknown> {
  ready ??= readWasm('zxing-wasm/reader/zxing_reader.wasm').then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }),
  );
  return ready;
}

/** Every code that can be read in a picture, in no order. */
export async function readCodes(image: GrayImage): Promise<LocatedCode[]> {
  await prepareReader();
  const options: ReaderOptions = { formats: FORMATS, tryInvert: false, tryDownscale: false, binarizer: 'FixedThreshold', maxNumberOfSymbols: 30 };
  const found = await readBarcodes(pictureOf(image), options);
  return found.filter((code) => code.isValid && code.text.length >= SHORTEST).map(located);
}

function located({ format, text, position, rotation }: ReadResult): LocatedCode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const quarterTurns = ((Math.round(rotation / 90) % 4) + 4) % 4;
  return { format, text, quarterTurns, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** A bitmap as a picture, for reading what will be printed. */
export function imageOf(bitmap: Bitmap): GrayImage {
  const { widthDots: width, heightDots: height, bytesPerRow, data } = bitmap;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let byteAt = 0; byteAt < bytesPerRow; byteAt += 1) {
      const byte = data[y * bytesPerRow + byteAt] ?? 0;
      if (byte === 0) continue;
      const x = byteAt * 8;
      for (let bit = 0; bit < Math.min(8, width - x); bit += 1) if ((byte & (0x80 >> bit)) !== 0) pixels[y * width + x + bit] = 0;
    }
  }
  return { width, height, pixels };
}

type Picture = Exclude<Parameters<typeof readBarcodes>[0], Blob | ArrayBuffer | Uint8Array>;

/** The reader wants an ImageData; Node has no such class, but only these fields are read. */
function pictureOf({ width, height, pixels }: GrayImage): Picture {
  const colours = new Uint32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) colours[at] = 0xff000000 | ((pixels[at] ?? 255) * 0x010101);
  return { width, height, data: new Uint8ClampedArray(colours.buffer), colorSpace: 'srgb' } as Picture;
}
