const DIGITS = new Uint8Array(Buffer.from('0123456789ABCDEF', 'latin1'));
const COMMA = ','.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
/** The letters before G and g, which say one and twenty times. */
const ONES = 'F'.charCodeAt(0);
const TWENTIES = 'f'.charCodeAt(0);
const FOUR_HUNDRED = 'z'.charCodeAt(0);

/**
 * The alternative data compression of ~DG and ^GF (ZPL II Programming Guide, "Alternative Data Compression Scheme"):
 * G…Y repeat the next hex digit 1…19 times, g…z 20…400 in twenties; ',' fills the row with 0, ':' repeats the row above.
 * '!' is left out on purpose: the guide says it fills "with ones", which some readers take for the digit 1 and not for
 * black, and neither CUPS nor LPrint sends it. Works on bytes throughout: it runs between the key and the printer.
 */
export function compressAcs(data: Uint8Array, bytesPerRow: number): Uint8Array {
  const rows = Math.floor(data.length / bytesPerRow);
  // A run never takes more room than its digits, and a row one filler more.
  const out = new Uint8Array(data.length * 2 + rows);
  let at = 0;
  for (let y = 0; y < rows; y += 1) {
    const start = y * bytesPerRow;
    if (y > 0 && isRepeated(data, start, bytesPerRow)) out[at++] = COLON;
    else at = compressRow(data, start, start + bytesPerRow, out, at);
  }
  return out.subarray(0, at);
}

function isRepeated(data: Uint8Array, start: number, bytesPerRow: number): boolean {
  for (let at = start; at < start + bytesPerRow; at += 1) if (data[at] !== data[at - bytesPerRow]) return false;
  return true;
}

/** Writes one row and answers where the next begins. Fills from whole bytes, as CUPS and LPrint do. */
function compressRow(data: Uint8Array, start: number, end: number, out: Uint8Array, to: number): number {
  let tail = end;
  while (tail > start && data[tail - 1] === 0) tail -= 1;
  let at = to;
  let digit = -1;
  let count = 0;
  for (let from = start; from < tail; from += 1) {
    const byte = data[from] ?? 0;
    const high = byte >> 4;
    const low = byte & 15;
    if (high !== digit) {
      at = writeRun(out, at, digit, count);
      digit = high;
      count = 0;
    }
    count += 1;
    if (low !== digit) {
      at = writeRun(out, at, digit, count);
      digit = low;
      count = 0;
    }
    count += 1;
  }
  at = writeRun(out, at, digit, count);
  if (tail < end) out[at++] = COMMA;
  return at;
}

/** One digit, so many times; nothing for none. */
function writeRun(out: Uint8Array, to: number, digit: number, count: number): number {
  let at = to;
  if (count === 0) return at;
  let left = count;
  if (left > 1) {
    for (; left > 419; left -= 400) out[at++] = FOUR_HUNDRED;
    if (left >= 20) out[at++] = TWENTIES + Math.floor(left / 20);
    if (left % 20 > 0) out[at++] = ONES + (left % 20);
  }
  out[at++] = DIGITS[digit] ?? 0;
  return at;
}
