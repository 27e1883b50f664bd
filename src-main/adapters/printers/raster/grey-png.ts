import { crc32, deflateSync } from 'node:zlib';
import type { GrayImage } from './pdfium.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A grey picture as a PNG, without row filters and at the quickest level: made for every label, looked at for some. */
export function greyPng({ width, height, pixels }: GrayImage): Uint8Array {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return joined([
    SIGNATURE,
    ...chunk('IHDR', new Uint8Array(head.buffer)),
    ...chunk('IDAT', deflateSync(rows, { level: 1 })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** Length, type and data, checksum (PNG specification §5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  const body = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return [length, body, sum];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
