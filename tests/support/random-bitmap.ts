import fc from 'fast-check';
import { blankBitmap, type Bitmap } from '../../src-main/core/label/bitmap.ts';

/** Bitmaps of any size up to a few bytes a row, with runs and repeated rows as labels have them; padding is white. */
export const bitmaps = fc
  .record({
    widthDots: fc.integer({ min: 1, max: 96 }),
    rows: fc.array(
      fc.record({
        bytes: fc.uint8Array({ minLength: 12, maxLength: 12 }),
        fill: fc.constantFrom(-1, 0, 0xff),
        repeat: fc.integer({ min: 1, max: 4 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  })
  .map(({ widthDots, rows }): Bitmap => {
    const lines = rows.flatMap(({ bytes, fill, repeat }) =>
      Array.from({ length: repeat }, () => (fill < 0 ? bytes : bytes.map((byte, at) => (at < 3 ? byte : fill)))),
    );
    const bitmap = blankBitmap(widthDots, lines.length);
    const lastMask = 0xff << ((8 - (widthDots % 8)) % 8);
    lines.forEach((line, y) => {
      const row = line.slice(0, bitmap.bytesPerRow);
      row[row.length - 1] = (row.at(-1) ?? 0) & lastMask;
      bitmap.data.set(row, y * bitmap.bytesPerRow);
    });
    return bitmap;
  });
