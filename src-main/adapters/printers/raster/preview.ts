import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from '../../../core/label/bitmap.ts';

export const PREVIEW_WIDTH = 480;

/** The bitmap as a small grey PNG: each pixel is the share of white among the dots under it. */
export function previewPng(bitmap: Bitmap): Uint8Array {
  const scale = Math.min(1, PREVIEW_WIDTH / bitmap.widthDots);
  const width = Math.max(1, Math.round(bitmap.widthDots * scale));
  const height = Math.max(1, Math.round(bitmap.heightDots * scale));
  // One filter byte (0, none) before each row (PNG specification §9).
  const lines = new Uint8Array((width + 1) * height);
  const columns = edges(bitmap.widthDots, width);
  const rows = edges(bitmap.heightDots, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = shade(bitmap, columns[x] ?? 0, columns[x + 1] ?? 0, rows[y] ?? 0, rows[y + 1] ?? 0);
    }
  }
  return greyPng(width, height, lines);
}

/** Where each of `count` pixels begins among `dots`, and where the last one ends; each covers at least one dot. */
function edges(dots: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, index) => Math.round((index * dots) / count));
}

function shade(bitmap: Bitmap, left: number, right: number, top: number, bottom: number): number {
  let ink = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) ink += 1;
    }
  }
  return 255 - Math.round((255 * ink) / ((right - left) * (bottom - top)));
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG of 8-bit grey, lines with their filter bytes (PNG specification §11.2). pngjs takes ten times as long. */
function greyPng(width: number, height: number, lines: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 1 })), chunk('IEND', Buffer.alloc(0))];
  // A buffer of its own, not a piece of Node's pool: it is handed over to the main thread.
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}
