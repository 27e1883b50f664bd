import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { bytes, DecodeFault, type Decoder } from './decode.ts';

/** No answer of a platform is longer; a damaged row must not fill the memory. */
const LONGEST_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** A platform's text, compressed. */
export const pack = (raw: string): Uint8Array => deflateRawSync(raw, { level: 3 });

/** A column that holds a compressed text. */
export const packedText: Decoder<string> = (value, path) => {
  const packed = bytes(value, path);
  try {
    return inflateRawSync(packed, { maxOutputLength: LONGEST_PAYLOAD_BYTES }).toString('utf8');
  } catch {
    throw new DecodeFault(path, 'a compressed text');
  }
};
