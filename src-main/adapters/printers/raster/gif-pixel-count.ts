/**
 * How many pixels a GIF frame's data unpacks to, from the lengths of its codes alone (GIF89a specification, appendix F):
 * nothing is unpacked, so that a short or endless picture costs nothing. `start` is the byte of the code size.
 */
export function gifPixelCount(bytes: Uint8Array, start: number): number {
  const minimum = bytes[start] ?? 0;
  if (minimum < 1 || minimum > 11) return 0;
  const [clear, end] = [1 << minimum, (1 << minimum) + 1];
  const lengths = new Uint32Array(4096);
  let [next, size, previous, count] = [end + 1, minimum + 1, 0, 0];
  const nextCode = codeReader(bytes, start + 1);
  for (let code = nextCode(size); code !== null && code !== end; code = nextCode(size)) {
    if (code === clear) {
      [next, size, previous] = [end + 1, minimum + 1, 0];
      continue;
    }
    if (code > next || (code === next && previous === 0)) break;
    const length = code < clear ? 1 : code === next ? previous + 1 : (lengths[code] ?? 0);
    if (previous > 0 && next < 4096) {
      lengths[next] = previous + 1;
      next += 1;
      if (next === 1 << size && size < 12) size += 1;
    }
    previous = length;
    count += length;
  }
  return count;
}

/** Codes of so many bits, lowest bits first, out of blocks that begin with their length. Null at the end. */
function codeReader(bytes: Uint8Array, start: number): (size: number) => number | null {
  let [at, left, bits, bitCount] = [start + 1, bytes[start] ?? 0, 0, 0];
  return (size) => {
    while (bitCount < size) {
      if (left === 0) return null;
      bits |= (bytes[at] ?? 0) << bitCount;
      bitCount += 8;
      at += 1;
      left -= 1;
      if (left === 0) {
        left = bytes[at] ?? 0;
        at += 1;
      }
      if (at > bytes.length) return null;
    }
    const code = bits & ((1 << size) - 1);
    bits >>>= size;
    bitCount -= size;
    return code;
  };
}
