import { prepareZXingModule, type ZXingReaderModule } from 'zxing-wasm/reader';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import type { FoundBarcode } from '../../../app/ports/printing.ts';
import { readWasm, type GrayImage } from './pdfium.ts';

/** Barcodes with bars, and with cells, that carriers and shops put on labels. */
export const LINEAR_FORMATS = ['Code128', 'Code39', 'Code93', 'ITF', 'EAN13'] as const;
export const MATRIX_FORMATS = ['DataMatrix', 'QRCode', 'PDF417', 'Aztec', 'MaxiCode'] as const;
export type LabelFormat = (typeof LINEAR_FORMATS)[number] | (typeof MATRIX_FORMATS)[number];
export const LABEL_FORMATS: readonly LabelFormat[] = [...LINEAR_FORMATS, ...MATRIX_FORMATS];

/** A barcode and where it lies, in pixels of the picture unless told. */
export interface SpottedBarcode extends FoundBarcode {
  readonly format: LabelFormat;
  readonly box: Box;
  /** True when its bars are side by side from top to bottom. */
  readonly isUpended: boolean;
}

export interface ReadingOptions {
  readonly formats: readonly LabelFormat[];
  /** How black is told from white: by the picture's neighbourhood, or 0 is black and all else white. */
  readonly binarizer: 'local' | 'ready';
  /** Also tries smaller and cleaner copies of the picture: several times as slow. */
  readonly isPatient: boolean;
}

const BINARIZER = { local: 0, ready: 3 } as const;
/** zxing-wasm: human-readable text, with the brackets of GS1 application identifiers. */
const TEXT_MODE_HRI = 2;
const MAX_SYMBOLS = 20;

let module: Promise<ZXingReaderModule> | null = null;

/** Starts the reader once, from the package's own file. */
export function codeReader(): Promise<ZXingReaderModule> {
  module ??= readWasm('zxing-wasm/reader/zxing_reader.wasm').then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }),
  );
  return module;
}

/** Every barcode of these formats that can be read in a picture. The grey goes to the reader as it is, without a detour by RGBA. */
export async function readCodes(
  { width, height, pixels }: GrayImage,
  options: ReadingOptions,
): Promise<SpottedBarcode[]> {
  const reader = await codeReader();
  const memory = reader._malloc(pixels.length);
  if (memory === 0) throw new Error('no memory to read barcodes');
  try {
    reader.HEAPU8.set(pixels, memory);
    const found = reader.readBarcodesFromPixmap(memory, width, height, readerOptions(options));
    const codes: SpottedBarcode[] = [];
    for (let index = 0; index < found.size(); index += 1) {
      const code = found.get(index);
      if (code === undefined || !code.isValid || code.text === '') continue;
      codes.push(...spotted(code));
    }
    return codes;
  } finally {
    reader._free(memory);
  }
}

type RawBarcode = NonNullable<ReturnType<ReturnType<ZXingReaderModule['readBarcodesFromPixmap']>['get']>>;

function spotted({ format: name, text, position, rotation }: RawBarcode): SpottedBarcode[] {
  const format = LABEL_FORMATS.find((one) => one === name);
  if (format === undefined) return [];
  const { topLeft, topRight, bottomLeft, bottomRight } = position;
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
  return [{ format, text, box, isUpended: Math.abs(Math.abs(rotation) - 90) < 45 }];
}

function readerOptions({
  formats,
  binarizer,
  isPatient,
}: ReadingOptions): Parameters<ZXingReaderModule['readBarcodesFromPixmap']>[3] {
  return {
    formats: formats.join(','),
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: isPatient,
    tryDenoise: isPatient,
    binarizer: BINARIZER[binarizer],
    isPure: false,
    downscaleFactor: 3,
    downscaleThreshold: 500,
    minLineCount: 2,
    maxNumberOfSymbols: MAX_SYMBOLS,
    validateOptionalChecksum: false,
    returnErrors: false,
    eanAddOnSymbol: 0,
    textMode: TEXT_MODE_HRI,
    characterSet: 0,
    tryCode39ExtendedMode: false,
  };
}

/** A bitmap as a picture of black and white only, for reading what will be printed. */
export function imageOf({ widthDots: width, heightDots: height, bytesPerRow, data }: Bitmap): GrayImage {
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let column = 0; column < bytesPerRow; column += 1) {
      const bits = data[y * bytesPerRow + column] ?? 0;
      if (bits === 0) continue;
      const at = y * width + column * 8;
      for (let bit = 0; bit < 8; bit += 1) if ((bits & (0x80 >> bit)) !== 0) pixels[at + bit] = 0;
    }
  }
  return { width, height, pixels };
}

/** Makes a grey picture black and white only, in place: black below the threshold. White stretches are passed over. */
export function blackAndWhite(image: GrayImage, threshold: number): GrayImage {
  const { pixels } = image;
  const words =
    pixels.byteOffset % 4 === 0 ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2) : null;
  for (let at = 0; at < pixels.length; at += 4) {
    if (words !== null && words[at >> 2] === 0xffff_ffff) continue;
    const end = Math.min(at + 4, pixels.length);
    for (let one = at; one < end; one += 1) pixels[one] = (pixels[one] ?? 255) < threshold ? 0 : 255;
  }
  return image;
}
