import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import type { GrayImage } from './pdfium.ts';

/** Below this of 255 a pixel is printed unless told; it gives the best small Chinese text at 203 dpi (measured). */
export const THRESHOLD = 160;

/** A grey picture as dots: black where it is darker than the threshold. */
export function packDots({ width, height, pixels }: GrayImage, threshold = THRESHOLD): Bitmap {
  return packRows(pixels, { start: 0, stride: width, width, height }, threshold);
}

/** Where a grey picture lies in memory: rows of `stride` bytes from `start`. */
export interface GreyRows {
  readonly start: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

const WHITE_WORD = 0xffff_ffff;

/** The same for a picture in a larger memory. Most of a label is white, so eight white pixels are passed over at once. */
export function packRows(bytes: Uint8Array, { start, stride, width, height }: GreyRows, threshold: number): Bitmap {
  const bitmap = blankBitmap(width, height);
  const { bytesPerRow, data } = bitmap;
  const isAligned = (bytes.byteOffset + start) % 4 === 0 && stride % 4 === 0;
  const words = isAligned ? new Uint32Array(bytes.buffer, bytes.byteOffset + start, (height * stride) >> 2) : null;
  const whole = width >> 3;
  for (let y = 0; y < height; y += 1) {
    const row = start + y * stride;
    const to = y * bytesPerRow;
    for (let column = 0; column < whole; column += 1) {
      const word = (y * stride + column * 8) >> 2;
      if (words !== null && words[word] === WHITE_WORD && words[word + 1] === WHITE_WORD) continue;
      data[to + column] = bitsAt(bytes, row + column * 8, 8, threshold);
    }
    if (whole < bytesPerRow) data[to + whole] = bitsAt(bytes, row + whole * 8, width & 7, threshold);
  }
  return bitmap;
}

function bitsAt(bytes: Uint8Array, at: number, count: number, threshold: number): number {
  let bits = 0;
  for (let bit = 0; bit < count; bit += 1) if ((bytes[at + bit] ?? 255) < threshold) bits |= 0x80 >> bit;
  return bits;
}
