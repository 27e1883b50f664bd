import { crc32, deflateSync } from 'node:zlib';
import type { DecodedPaper } from './paper.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const ONE_BIT_GREY = [1, 0, 0, 0, 0] as const;

/**
 * The paper as a black and white PNG, one pixel a dot (PNG specification §7.2, §11.2). Written here because a picture
 * of one bit a pixel is the paper's own rows, inverted, and takes a millisecond.
 */
export function paperPng({ widthDots, heightDots, bytesPerRow, dots }: DecodedPaper): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthDots, 0);
  head.writeUInt32BE(heightDots, 4);
  head.set(ONE_BIT_GREY, 8);
  // One filter byte (0, none) before each row; in PNG a 0 bit is black.
  const lines = new Uint8Array((bytesPerRow + 1) * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    const to = y * (bytesPerRow + 1) + 1;
    for (let column = 0; column < bytesPerRow; column += 1) lines[to + column] = ~(dots[y * bytesPerRow + column] ?? 0);
  }
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 1 })), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}
