import { joinBytes } from '../shared/join-bytes.ts';
import type { Bitmap } from './bitmap.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const STORED_BLOCK = 65_535;

/**
 * The bitmap as a PNG, one pixel a dot, black on white, its rows stored as they are (RFC 1950 and 1951 stored blocks;
 * PNG specification, third edition). For pictures made now and then: it compresses nothing.
 */
export function bitmapPng({ widthDots, heightDots, bytesPerRow, data }: Bitmap): Uint8Array {
  const rows = new Uint8Array((bytesPerRow + 1) * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let column = 0; column < bytesPerRow; column += 1) {
      rows[y * (bytesPerRow + 1) + 1 + column] = ~(data[y * bytesPerRow + column] ?? 0);
    }
  }
  const header = [...bigEndian(widthDots), ...bigEndian(heightDots), 1, 0, 0, 0, 0];
  return joinBytes([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', Uint8Array.from(header)),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from([0x78, 0x01])];
  for (let at = 0; at === 0 || at < bytes.length; at += STORED_BLOCK) {
    const block = bytes.subarray(at, at + STORED_BLOCK);
    const isLast = at + STORED_BLOCK >= bytes.length ? 1 : 0;
    const { length } = block;
    const inverse = ~length & 0xffff;
    parts.push(Uint8Array.from([isLast, length & 0xff, length >> 8, inverse & 0xff, inverse >> 8]), block);
  }
  parts.push(Uint8Array.from(bigEndian(adler32(bytes))));
  return joinBytes(parts);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const typed = joinBytes([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), content]);
  return joinBytes([Uint8Array.from(bigEndian(content.length)), typed, Uint8Array.from(bigEndian(crc32(typed)))]);
}

function bigEndian(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [one, two] = [1, 0];
  for (const byte of bytes) {
    one = (one + byte) % 65_521;
    two = (two + one) % 65_521;
  }
  return ((two << 16) | one) >>> 0;
}
