import type { Bitmap } from './bitmap.ts';
import { fillBox } from './draw.ts';

const LETTER_WIDTH = 5;
export const LETTER_HEIGHT = 7;
/** From one letter to the next, in dots of the letter. */
const STEP = LETTER_WIDTH + 1;

/** Capital letters, digits and a few signs, five dots wide: seven rows each, the leftmost dot the highest of five bits. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  G: [14, 17, 16, 23, 17, 17, 15],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  J: [7, 2, 2, 2, 2, 18, 12],
  K: [17, 18, 20, 24, 20, 18, 17],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  Q: [14, 17, 17, 17, 21, 18, 13],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  V: [17, 17, 17, 17, 17, 10, 4],
  W: [17, 17, 17, 21, 21, 27, 17],
  X: [17, 17, 10, 4, 10, 17, 17],
  Y: [17, 17, 10, 4, 4, 4, 4],
  Z: [31, 1, 2, 4, 8, 16, 31],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '.': [0, 0, 0, 0, 0, 12, 12],
  '-': [0, 0, 0, 14, 0, 0, 0],
  '+': [0, 4, 4, 31, 4, 4, 0],
  '/': [1, 1, 2, 4, 8, 16, 16],
  '×': [0, 17, 10, 4, 10, 17, 0],
  '%': [25, 25, 2, 4, 8, 19, 19],
};

/** How wide a line is at this size, in dots. */
export function textWidth(text: string, scale: number): number {
  return Math.max(0, Array.from(text).length * STEP - 1) * scale;
}

/** Writes a line with each dot of a letter `scale` dots wide; letters that are not in the font stay blank. */
export function drawText(
  bitmap: Bitmap,
  text: string,
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  Array.from(text).forEach((letter, index) => {
    (LETTERS[letter] ?? []).forEach((bits, row) => {
      for (let column = 0; column < LETTER_WIDTH; column += 1) {
        if ((bits & (0x10 >> column)) === 0) continue;
        const x = left + (index * STEP + column) * scale;
        fillBox(bitmap, { left: x, top: top + row * scale, width: scale, height: scale });
      }
    });
  });
}
