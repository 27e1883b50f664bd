import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Size } from '../../../core/label/box.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import type { PdfImage, PdfPicture } from './image-pdf.ts';
import { usualDpi } from './picture-dpi.ts';
import { readPngFile, unpackedSize, type PngFile } from './png-file.ts';

const PT_PER_INCH = 72;
/** The colour types that a PDF image can hold as they are, with their channels. */
const CHANNELS_IN_PDF: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };
/** More than a picture needs is harmless, as writers pad; this much is not padding. */
const MOST_PADDING_BYTES = 65_536;

/**
 * A PNG as a PDF page of its own size, so that pictures and pages go one way. The size is what the file says
 * (pHYs, PNG specification §11.3.5.3) or else the usual resolution at which the picture goes on the stock. Throws
 * LabelUnreadable.
 */
export function pngAsPicture(bytes: Uint8Array, stockInches: Size): PdfPicture {
  const file = readPngFile(bytes);
  const perInch = file.dpi ?? usualDpi(file, stockInches);
  const image = isPlain(file) ? asItIs(file) : flattened(file, bytes);
  return { image, widthPt: (file.width / perInch) * PT_PER_INCH, heightPt: (file.height / perInch) * PT_PER_INCH };
}

/** Such a picture's data can stand in a PDF unchanged: both use zlib and the same row filters (ISO 32000-1 §7.4.4.4). */
function isPlain(file: PngFile): boolean {
  const { colorType, bitDepth, isInterlaced, hasTransparency, palette, compressed } = file;
  if (CHANNELS_IN_PDF[colorType] === undefined || bitDepth > 8 || isInterlaced || hasTransparency) return false;
  if (colorType === 3 && (palette.length < 3 || palette.length % 3 !== 0)) return false;
  return inflatedSize(compressed, unpackedSize(file)) === unpackedSize(file);
}

function asItIs({ width, height, bitDepth, colorType, palette, compressed }: PngFile): PdfImage {
  const channels = CHANNELS_IN_PDF[colorType] ?? 1;
  const indexed = `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`;
  return {
    width,
    height,
    bitDepth,
    colorSpace: colorType === 3 ? indexed : colorType === 2 ? '/DeviceRGB' : '/DeviceGray',
    filter: `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${bitDepth} /Columns ${width} >>`,
    data: compressed,
  };
}

/** The size once unpacked; null for what is damaged or unpacks to more than its picture. */
function inflatedSize(compressed: Uint8Array, most: number): number | null {
  try {
    return inflateSync(compressed, { maxOutputLength: most }).length;
  } catch {
    return null;
  }
}

/** Any other picture: read whole, refused when it cannot be, and laid on white, as grey. */
function flattened(file: PngFile, bytes: Uint8Array): PdfImage {
  const { width, height } = file;
  const size = inflatedSize(file.compressed, unpackedSize(file) + MOST_PADDING_BYTES);
  // The reader takes whatever lies in memory for the rows that a short file lacks.
  if (size === null || size < unpackedSize(file)) throw new LabelUnreadable('damaged');
  const grey = new Uint8Array(width * height);
  const rgba = readWhole(bytes);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = [
      rgba[at * 4],
      rgba[at * 4 + 1],
      rgba[at * 4 + 2],
      rgba[at * 4 + 3],
    ];
    const light = 0.3 * red + 0.59 * green + 0.11 * blue;
    grey[at] = Math.round(255 + ((light - 255) * alpha) / 255);
  }
  return { width, height, bitDepth: 8, colorSpace: '/DeviceGray', filter: '', data: grey };
}

function readWhole(bytes: Uint8Array): Uint8Array {
  try {
    return PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).data;
  } catch {
    throw new LabelUnreadable('damaged');
  }
}
