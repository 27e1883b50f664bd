import { GifReader } from 'omggif';
import type { Size } from '../../../core/label/box.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { gifPixelCount } from './gif-pixel-count.ts';
import type { PdfPicture } from './image-pdf.ts';
import { usualDpi } from './picture-dpi.ts';

const PT_PER_INCH = 72;
/** The reader takes five bytes of memory a pixel. */
const MAX_PIXELS = 40_000_000;

/** A GIF's first frame, laid on white, as a PDF page in grey; a GIF says nothing of its size. Throws LabelUnreadable. */
export function gifAsPicture(bytes: Uint8Array, stockInches: Size): PdfPicture {
  const reader = opened(bytes);
  const { width, height } = reader;
  const frame = firstFrame(reader);
  if (width < 1 || height < 1 || frame.width < 1 || frame.height < 1) throw new LabelUnreadable('damaged');
  if (width * height > MAX_PIXELS || frame.width * frame.height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  const isInside = frame.x + frame.width <= width && frame.y + frame.height <= height;
  const hasColours = frame.palette_offset !== null;
  // A short one would be filled up with the first colour of its table.
  if (!isInside || !hasColours || gifPixelCount(bytes, frame.data_offset) < frame.width * frame.height)
    throw new LabelUnreadable('damaged');
  const rgba = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, rgba);
  const perInch = usualDpi({ width, height }, stockInches);
  return {
    image: { width, height, bitDepth: 8, colorSpace: '/DeviceGray', filter: '', data: greyOnWhite(rgba) },
    widthPt: (width / perInch) * PT_PER_INCH,
    heightPt: (height / perInch) * PT_PER_INCH,
  };
}

function opened(bytes: Uint8Array): GifReader {
  try {
    return new GifReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    throw new LabelUnreadable('damaged');
  }
}

function firstFrame(reader: GifReader): ReturnType<GifReader['frameInfo']> {
  if (reader.numFrames() < 1) throw new LabelUnreadable('no-pages');
  return reader.frameInfo(0);
}

function greyOnWhite(rgba: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    const light = 0.3 * (rgba[from] ?? 0) + 0.59 * (rgba[from + 1] ?? 0) + 0.11 * (rgba[from + 2] ?? 0);
    grey[at] = rgba[from + 3] === 0 ? 255 : Math.round(light);
  }
  return grey;
}
