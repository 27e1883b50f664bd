import type { Bitmap } from '../../src-main/core/label/bitmap.ts';

/** What a receipt printer puts on the roll, from top to bottom. */
export type Printed =
  | { readonly kind: 'text'; readonly text: string; readonly isBold: boolean; readonly isTall: boolean }
  | { readonly kind: 'dots'; readonly bitmap: Bitmap }
  | { readonly kind: 'code128'; readonly text: string; readonly moduleDots: number }
  | { readonly kind: 'feed'; readonly dots: number }
  | { readonly kind: 'cut' };

/**
 * Reads ESC/POS as the printers' manual has it (Epson, ESC/POS command reference): only what a slip may use. Anything
 * else, and a letter beyond ASCII, throws, as it would come out as rubbish on one printer or another.
 */
export function readReceipt(bytes: Uint8Array): Printed[] {
  const printed: Printed[] = [];
  const look = { isBold: false, isTall: false, moduleDots: 3 };
  let line = '';
  let at = 0;
  const byte = (offset: number): number => {
    const value = bytes[at + offset];
    if (value === undefined) throw new Error('the job ends within a command');
    return value;
  };
  while (at < bytes.length) {
    const [first, second] = [byte(0), bytes[at + 1] ?? -1];
    if (first === 0x0a) {
      printed.push({ kind: 'text', text: line.trimEnd(), isBold: look.isBold, isTall: look.isTall });
      line = '';
      at += 1;
    } else if (first >= 0x20 && first <= 0x7e) {
      line += String.fromCharCode(first);
      at += 1;
    } else if (first === 0x1b) at += escape(second);
    else if (first === 0x1d) at += group(second);
    else throw new Error(`no printer knows byte ${first} at ${at}`);
  }
  if (line !== '') throw new Error('the last line is not ended');
  return printed;

  function escape(command: number): number {
    if (command === 0x40) return 2;
    if (command === 0x74 || command === 0x61) return 3;
    if (command === 0x45) look.isBold = byte(2) === 1;
    else if (command === 0x21) look.isTall = (byte(2) & 0x10) !== 0;
    else if (command === 0x4a) printed.push({ kind: 'feed', dots: byte(2) });
    else if (command === 0x64) printed.push({ kind: 'feed', dots: byte(2) * 30 });
    else throw new Error(`unknown ESC ${command}`);
    return 3;
  }

  function group(command: number): number {
    if (command === 0x48 || command === 0x66 || command === 0x68) return 3;
    if (command === 0x77) {
      look.moduleDots = byte(2);
      return 3;
    }
    if (command === 0x56) {
      printed.push({ kind: 'cut' });
      return 3;
    }
    if (command === 0x6b) return code();
    if (command === 0x76 && byte(2) === 0x30) return dots();
    throw new Error(`unknown GS ${command}`);
  }

  function code(): number {
    const length = byte(3);
    if (byte(2) !== 73 || byte(4) !== 0x7b || byte(5) !== 0x42) throw new Error('no Code 128 of set B');
    const text = String.fromCharCode(...bytes.subarray(at + 6, at + 4 + length));
    printed.push({ kind: 'code128', text, moduleDots: look.moduleDots });
    return 4 + length;
  }

  function dots(): number {
    if (line !== '') throw new Error('a picture begins within a line');
    const bytesPerRow = byte(4) + 256 * byte(5);
    const heightDots = byte(6) + 256 * byte(7);
    const length = bytesPerRow * heightDots;
    const data = bytes.slice(at + 8, at + 8 + length);
    if (data.length < length) throw new Error('the picture ends early');
    printed.push({ kind: 'dots', bitmap: { widthDots: bytesPerRow * 8, heightDots, bytesPerRow, data } });
    return 8 + length;
  }
}
