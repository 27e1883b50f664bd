import type { Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';

/** Makes a rectangle black; what lies outside of the bitmap is left away. Edges are rounded to whole dots. */
export function fillBox(bitmap: Bitmap, box: Box): void {
  paint(bitmap, box, (bits, mask) => bits | mask);
}

/** Makes a rectangle white. */
export function clearBox(bitmap: Bitmap, box: Box): void {
  paint(bitmap, box, (bits, mask) => bits & ~mask);
}

/** The four sides of a rectangle, `line` dots wide, inside of it. */
export function outlineBox(bitmap: Bitmap, { left, top, width, height }: Box, line: number): void {
  fillBox(bitmap, { left, top, width, height: line });
  fillBox(bitmap, { left, top: top + height - line, width, height: line });
  fillBox(bitmap, { left, top, width: line, height });
  fillBox(bitmap, { left: left + width - line, top, width: line, height });
}

/** Blackens so many of sixteen dots in an even pattern (ordered dither), as a grey of that share. */
export function shadeBox(bitmap: Bitmap, box: Box, sixteenths: number): void {
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      if ((BAYER[(y & 3) * 4 + (x & 3)] ?? 16) >= sixteenths) continue;
      fillBox(bitmap, { left: box.left + x, top: box.top + y, width: 1, height: 1 });
    }
  }
}

/** The 4×4 order of Bayer's ordered dither. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

function paint(bitmap: Bitmap, box: Box, mix: (bits: number, mask: number) => number): void {
  const left = Math.max(0, Math.round(box.left));
  const top = Math.max(0, Math.round(box.top));
  const right = Math.min(bitmap.widthDots, Math.round(box.left + box.width));
  const bottom = Math.min(bitmap.heightDots, Math.round(box.top + box.height));
  if (right <= left) return;
  const [first, last] = [left >> 3, (right - 1) >> 3];
  for (let y = top; y < bottom; y += 1) {
    for (let column = first; column <= last; column += 1) {
      const head = column === first ? 0xff >> (left & 7) : 0xff;
      const tail = column === last ? (0xff << (7 - ((right - 1) & 7))) & 0xff : 0xff;
      const at = y * bitmap.bytesPerRow + column;
      bitmap.data[at] = mix(bitmap.data[at] ?? 0, head & tail);
    }
  }
}
