/**
 * The alternative data compression of ~DG and ^GF (ZPL II Programming Guide, "Alternative Data Compression Scheme"):
 * G…Y repeat the next hex digit 1…19 times, g…z 20…400 in twenties; ',' fills the row with 0, ':' repeats the row above.
 * '!' is left out on purpose: the guide says it fills "with ones", which some readers take for the digit 1 and not for
 * black, and neither CUPS nor LPrint sends it.
 */
export function compressAcs(rows: Iterable<Uint8Array>): string {
  const lines: string[] = [];
  let previous = '';
  for (const row of rows) {
    const hex = Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('hex').toUpperCase();
    lines.push(hex === previous ? ':' : compressRow(hex));
    previous = hex;
  }
  return lines.join('');
}

function compressRow(hex: string): string {
  let tail = hex.length;
  while (tail > 0 && hex.charAt(tail - 1) === '0') tail -= 1;
  // Whole bytes before the filler, as CUPS and LPrint send it: no printer then has to fill from half a byte.
  tail += tail % 2;
  return tail === hex.length ? runs(hex, tail) : `${runs(hex, tail)},`;
}

/** The first `tail` digits as repeat codes and digits. */
function runs(hex: string, tail: number): string {
  let text = '';
  for (let at = 0; at < tail;) {
    const digit = hex.charAt(at);
    let run = 1;
    while (at + run < tail && hex.charAt(at + run) === digit) run += 1;
    text += repeatCode(run) + digit;
    at += run;
  }
  return text;
}

const A_CODE = 'A'.charCodeAt(0);
const G_OFFSET = 6;

/** The letters that say "so many times"; empty for one. */
function repeatCode(count: number): string {
  if (count === 1) return '';
  let text = '';
  let left = count;
  while (left > 419) {
    text += 'z';
    left -= 400;
  }
  if (left >= 20) {
    text += String.fromCharCode(A_CODE + 32 + G_OFFSET + Math.floor(left / 20) - 1);
    left %= 20;
  }
  if (left > 0) text += String.fromCharCode(A_CODE + G_OFFSET + left - 1);
  return text;
}
