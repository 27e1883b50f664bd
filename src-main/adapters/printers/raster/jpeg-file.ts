import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { exifOrientation, type ExifOrientation } from './jpeg-exif.ts';
import { believable } from './picture-dpi.ts';

const MAX_PIXELS = 40_000_000;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended and progressive Huffman frames; lossless and arithmetic ones are in no PDF (ISO 32000-1 §7.4.8). */
const FRAMES = [0xc0, 0xc1, 0xc2];
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** What a JPEG says about itself (ITU T.81 annex B; JFIF 1.02; Adobe technical note 5116). */
export interface JpegFile {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  /** Adobe programs write four colours inverted. */
  readonly isAdobe: boolean;
  readonly orientation: ExifOrientation;
  /** From JFIF; null when absent or not believable for a label. */
  readonly dpi: number | null;
}

/** Reads a JPEG's markers up to its picture. Throws LabelUnreadable for one cut short, of no usual kind, or too large. */
export function readJpegFile(bytes: Uint8Array): JpegFile {
  if (!hasEnd(bytes)) throw new LabelUnreadable('damaged');
  let frame: Pick<JpegFile, 'width' | 'height' | 'channels'> | null = null;
  let isAdobe = false;
  let orientation: ExifOrientation = 1;
  let dpi: number | null = null;
  for (const { marker, data } of segmentsOf(bytes)) {
    if (FRAMES.includes(marker)) frame = frameOf(data);
    else if (OTHER_FRAMES.includes(marker)) throw new LabelUnreadable('damaged');
    else if (marker === APP0 && startsWith(data, 'JFIF\0')) dpi = jfifDpi(data);
    else if (marker === APP1 && startsWith(data, 'Exif\0\0')) orientation = exifOrientation(data.subarray(6));
    else if (marker === APP14 && startsWith(data, 'Adobe')) isAdobe = true;
  }
  if (frame === null) throw new LabelUnreadable('damaged');
  return { ...frame, isAdobe, orientation, dpi };
}

/** The picture's end is there: a file that was cut short would print as half a label. Some programs write on behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 1; at > 0; at -= 1) if (bytes[at] === EOI && bytes[at - 1] === 0xff) return true;
  return false;
}

function* segmentsOf(bytes: Uint8Array): Generator<{ readonly marker: number; readonly data: Uint8Array }> {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw new LabelUnreadable('damaged');
  for (let at = 2; ;) {
    // Any number of FF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new LabelUnreadable('damaged');
    if (marker === SOS) return;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) throw new LabelUnreadable('damaged');
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}

function frameOf(data: Uint8Array): Pick<JpegFile, 'width' | 'height' | 'channels'> {
  const [precision = 0, highY = 0, lowY = 0, highX = 0, lowX = 0, channels = 0] = data;
  const [width, height] = [(highX << 8) | lowX, (highY << 8) | lowY];
  const isUsual = precision === 8 && (channels === 1 || channels === 3 || channels === 4);
  if (!isUsual || width < 1 || height < 1) throw new LabelUnreadable('damaged');
  if (width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  return { width, height, channels };
}

/** Units 1: dots an inch, 2: dots a centimetre (JFIF 1.02, APP0). */
function jfifDpi(data: Uint8Array): number | null {
  const density = ((data[8] ?? 0) << 8) | (data[9] ?? 0);
  return data[7] === 1 ? believable(density) : data[7] === 2 ? believable(density * 2.54) : null;
}

function startsWith(data: Uint8Array, text: string): boolean {
  return Array.from(text).every((letter, index) => data[index] === letter.charCodeAt(0));
}
