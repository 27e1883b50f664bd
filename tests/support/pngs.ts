import { crc32, deflateSync } from 'node:zlib';

type Dots = (x: number, y: number) => boolean;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}

export interface PngKind {
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly bitDepth?: 1 | 8;
  readonly isInterlaced?: boolean;
  /** Chunks between the head and the picture. */
  readonly chunks?: readonly (readonly [string, Uint8Array])[];
}

/** A PNG by hand: its compressed rows are taken as they are, right or wrong. */
export function pngOf(width: number, height: number, compressed: Uint8Array, kind: PngKind): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([kind.bitDepth ?? 8, kind.colorType, 0, 0, kind.isInterlaced === true ? 1 : 0], 8);
  const more = (kind.chunks ?? []).map(([type, data]) => chunk(type, data));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), ...more, chunk('IDAT', compressed), chunk('IEND', Buffer.alloc(0))]),
  );
}

/** Rows of whole-byte pixels, each `black` or `white`, without row filters. */
export function rows(
  width: number,
  height: number,
  isBlack: Dots,
  black: readonly number[],
  white: readonly number[],
): Buffer {
  const lines: number[] = [];
  for (let y = 0; y < height; y += 1) {
    lines.push(0);
    for (let x = 0; x < width; x += 1) lines.push(...(isBlack(x, y) ? black : white));
  }
  return deflateSync(Buffer.from(lines));
}

/** Rows of one bit a pixel. */
export function bitRows(width: number, height: number, isBlack: Dots): Buffer {
  const bytes = Math.ceil(width / 8);
  const lines = Buffer.alloc((bytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (bytes + 1) + 1 + (x >> 3);
      if (!isBlack(x, y)) lines[at] = (lines[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return deflateSync(lines);
}

/** The seven passes of an interlaced picture (PNG specification §8.2). */
export function interlacedRows(width: number, height: number, isBlack: Dots): Buffer {
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  const bytes: number[] = [];
  for (const [left, top, stepX, stepY] of passes) {
    for (let y = top; y < height; y += stepY) {
      bytes.push(0);
      for (let x = left; x < width; x += stepX) bytes.push(isBlack(x, y) ? 0 : 255);
    }
  }
  return deflateSync(Buffer.from(bytes));
}

/** An 8-bit grey PNG; without `isBlack` it is white. `perMetre` says its resolution. */
export function greyPng(width: number, height: number, isBlack: Dots = () => false, perMetre?: number): Uint8Array {
  const physical = Buffer.alloc(9);
  physical.writeUInt32BE(perMetre ?? 0, 0);
  physical.writeUInt32BE(perMetre ?? 0, 4);
  physical[8] = 1;
  const chunks = perMetre === undefined ? [] : [['pHYs', physical] as const];
  return pngOf(width, height, rows(width, height, isBlack, [0], [255]), { colorType: 0, chunks });
}
