import iconv from 'iconv-lite';
import { FileUnreadable } from '../../app/ports/order-files.ts';
import { CODECS, type TextEncoding } from './encodings.ts';
import { PLAUSIBILITY } from './plausibility.ts';

/** So much of a file tells its encoding; the first rows hold the titles and some orders. */
const SAMPLE_BYTES = 256 * 1024;
/** Below this no encoding makes believable letters of the bytes. */
const BELIEVABLE = 0.6;

/**
 * The encoding of a text: by its byte order mark, by the zeros of UTF-16, by being whole UTF-8, or else by which old
 * encoding makes believable letters of it. Throws FileUnreadable: 'not-a-table' for bytes that are no text,
 * 'encoding-unknown' where nothing fits.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const sample = wholeLines(bytes.subarray(0, SAMPLE_BYTES), bytes.length > SAMPLE_BYTES);
  const wide = byZeros(sample);
  if (wide !== null) return wide;
  if (sample.includes(0)) throw new FileUnreadable('not-a-table', null);
  if (isUtf8(bytes)) return 'utf-8';
  const ranked = Object.entries(PLAUSIBILITY)
    .map(([encoding, plausibility]) => ({ encoding: encoding as TextEncoding, score: plausibility(sample) }))
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (best === undefined || best.score < BELIEVABLE) throw new FileUnreadable('encoding-unknown', null);
  return best.encoding;
}

function byMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** A cut inside a letter would look like a broken one. */
function wholeLines(sample: Uint8Array, isCut: boolean): Uint8Array {
  const end = isCut ? sample.lastIndexOf(0x0a) : -1;
  return end > 0 ? sample.subarray(0, end + 1) : sample;
}

/** Commas, digits and line ends of UTF-16 have a zero as their upper half, and a text has no other zeros. */
function byZeros(sample: Uint8Array): TextEncoding | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = Math.max(1, sample.length / 100);
  if (odd >= enough && even * 20 <= odd) return 'utf-16le';
  return even >= enough && odd * 20 <= even ? 'utf-16be' : null;
}

/** UTF-8 that a cut download, or one bad cell, has damaged is still UTF-8: no other text comes near it. */
const DAMAGED_SHARE = 0.02;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return isDamagedUtf8(bytes);
  }
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [wide, broken] = [0, 0];
  for (const letter of new TextDecoder('utf-8').decode(bytes)) {
    if (letter === '\ufffd') broken += 1;
    else if (letter > '\u007f') wide += 1;
  }
  return broken <= wide * DAMAGED_SHARE;
}

/** The text of the bytes, without its mark. Letters that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), CODECS[encoding]);
}
