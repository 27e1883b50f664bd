import { crc32 } from 'node:zlib';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { believable } from './picture-dpi.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Four by six inches at 1200 dpi are 35 million. */
const MAX_PIXELS = 40_000_000;
const MAX_PALETTE_BYTES = 768;

/** What a PNG says about itself, its picture still compressed (PNG specification §5, §11). */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colorType: number;
  readonly isInterlaced: boolean;
  readonly hasTransparency: boolean;
  /** RGB triplets; empty without a palette. */
  readonly palette: Uint8Array;
  readonly compressed: Uint8Array;
  /** From pHYs; null when absent or not believable for a label. */
  readonly dpi: number | null;
}

/** Takes a PNG apart, each chunk's checksum tested, before any memory is taken for its picture. Throws LabelUnreadable. */
export function readPngFile(bytes: Uint8Array): PngFile {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) throw new LabelUnreadable('damaged');
  const chunks = chunksOf(bytes);
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.type !== 'IEND')
    throw new LabelUnreadable('damaged');
  const view = viewOf(head.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width < 1 || height < 1) throw new LabelUnreadable('damaged');
  if (width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  const data = (type: string): Uint8Array[] => chunks.filter((chunk) => chunk.type === type).map((chunk) => chunk.data);
  const [physical] = data('pHYs');
  return {
    width,
    height,
    bitDepth: view.getUint8(8),
    colorType: view.getUint8(9),
    isInterlaced: view.getUint8(12) !== 0,
    hasTransparency: data('tRNS').length > 0,
    palette: data('PLTE')[0]?.subarray(0, MAX_PALETTE_BYTES) ?? new Uint8Array(),
    compressed: new Uint8Array(Buffer.concat(data('IDAT'))),
    dpi: physical === undefined ? null : physicalDpi(physical),
  };
}

/** Channels by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Where each pass of an interlaced picture begins, and its steps: x, y, across, down (PNG specification §8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of the picture once unpacked: each row has a byte for its filter (PNG specification §7.2). */
export function unpackedSize({ width, height, bitDepth, colorType, isInterlaced }: PngFile): number {
  const pixelBits = (CHANNELS[colorType] ?? 1) * bitDepth;
  const rows = (wide: number, high: number): number =>
    wide > 0 && high > 0 ? (Math.ceil((wide * pixelBits) / 8) + 1) * high : 0;
  if (!isInterlaced) return rows(width, height);
  const passes = ADAM7.map(([x, y, across, down]) =>
    rows(Math.ceil((width - x) / across), Math.ceil((height - y) / down)),
  );
  return passes.reduce((sum, size) => sum + size, 0);
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Up to IEND; what follows it is nobody's business. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; chunks.at(-1)?.type !== 'IEND';) {
    if (at + 12 > bytes.length) throw new LabelUnreadable('damaged');
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end))
      throw new LabelUnreadable('damaged');
    chunks.push({
      type: Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1'),
      data: bytes.subarray(at + 8, end),
    });
    at = end + 4;
  }
  return chunks;
}

function physicalDpi(data: Uint8Array): number | null {
  if (data.length !== 9) return null;
  const dpi = viewOf(data).getUint32(0) * 0.0254;
  return data[8] === 1 ? believable(dpi) : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
