import fc from 'fast-check';
import { blankBitmap, type Bitmap } from '../../src-main/core/label/bitmap.ts';

/** True where a dot is black; outside is white. Bit by bit on purpose: it is what the quick code is compared with. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return false;
  return ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Makes one dot black. */
export function blacken(bitmap: Bitmap, x: number, y: number): void {
  const at = y * bitmap.bytesPerRow + (x >> 3);
  bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7));
}

/** Blackens a rectangle. */
export function fillBox(bitmap: Bitmap, left: number, top: number, width: number, height: number): void {
  for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) blacken(bitmap, x, y);
}

/** A bitmap drawn as text, '#' black; every row as long as the first. */
export function bitmapOf(...rows: readonly string[]): Bitmap {
  const bitmap = blankBitmap(rows[0]?.length ?? 1, rows.length);
  rows.forEach((row, y) => Array.from(row).forEach((sign, x) => sign === '#' && blacken(bitmap, x, y)));
  return bitmap;
}

/** The bitmap as such text. */
export function textOf(bitmap: Bitmap): string[] {
  return Array.from({ length: bitmap.heightDots }, (_, y) =>
    Array.from({ length: bitmap.widthDots }, (__, x) => (isBlack(bitmap, x, y) ? '#' : '.')).join(''),
  );
}

/** Bitmaps of any width and padding: noise, runs, and rows that repeat. */
export function anyBitmap(maxWidth = 70, maxHeight = 12): fc.Arbitrary<Bitmap> {
  const shape = fc.record({
    width: fc.integer({ min: 1, max: maxWidth }),
    height: fc.integer({ min: 1, max: maxHeight }),
  });
  return shape.chain(({ width, height }) => {
    const bytes = Math.ceil(width / 8);
    const noise = fc.uint8Array({ minLength: bytes, maxLength: bytes });
    const plain = fc.constantFrom(0x00, 0xff, 0xf0, 0x0f, 0x11).map((byte) => new Uint8Array(bytes).fill(byte));
    const rows = fc.array(fc.oneof(noise, plain), { minLength: 1, maxLength: 4 });
    const order = fc.array(fc.nat(3), { minLength: height, maxLength: height });
    return fc.tuple(rows, order).map(([kinds, picks]) => {
      const bitmap = blankBitmap(width, height);
      picks.forEach((pick, y) => bitmap.data.set(kinds[pick % kinds.length] ?? [], y * bytes));
      return whitePadding(bitmap);
    });
  });
}

function whitePadding(bitmap: Bitmap): Bitmap {
  const mask = 0xff << ((8 - (bitmap.widthDots % 8)) % 8);
  for (let at = bitmap.bytesPerRow - 1; at < bitmap.data.length; at += bitmap.bytesPerRow)
    bitmap.data[at] = (bitmap.data[at] ?? 0) & mask;
  return bitmap;
}
