import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { stretchRows } from '../../../../src-main/core/label/fit-feed.ts';

/** A bitmap whose rows each tell their own number. */
function numbered(height: number): Bitmap {
  const bitmap = blankBitmap(16, height);
  for (let y = 0; y < height; y += 1) bitmap.data.set([y & 0xff, y >> 8], y * 2);
  return bitmap;
}

const rowsOf = ({ data, heightDots }: Bitmap): number[] =>
  Array.from({ length: heightDots }, (_, y) => (data[y * 2] ?? 0) + (data[y * 2 + 1] ?? 0) * 256);

describe('stretchRows', () => {
  it('makes a short feed longer and a long one shorter', () => {
    expect(stretchRows(numbered(1_000), 0.98, []).heightDots).toBe(1_020);
    expect(stretchRows(numbered(1_000), 1.02, []).heightDots).toBe(980);
    const whole = numbered(10);
    expect(stretchRows(whole, 1, [])).toBe(whole);
  });

  it('touches no row of a band while there are others', () => {
    for (const feedScale of [0.97, 1.03]) {
      const rows = rowsOf(stretchRows(numbered(500), feedScale, [{ top: 100, height: 200 }]));
      const inside = rows.filter((row) => row >= 100 && row < 300);
      expect(inside).toEqual(Array.from({ length: 200 }, (_, index) => index + 100));
    }
  });

  it('spreads the difference evenly', () => {
    const rows = rowsOf(stretchRows(numbered(100), 0.9, []));
    const twice = rows.filter((row, index) => row === rows[index + 1]);
    expect(twice).toHaveLength(11);
    const gaps = twice.slice(1).map((row, index) => row - (twice[index] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });

  it('keeps the order and the wanted length, whatever the bands', () => {
    const bands = fc.array(
      fc.record({ top: fc.integer({ min: -50, max: 300 }), height: fc.integer({ min: 0, max: 300 }) }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.8, max: 1.25, noNaN: true }), bands, (feedScale, kept) => {
        const rows = rowsOf(stretchRows(numbered(200), feedScale, kept));
        expect(rows).toHaveLength(Math.round(200 / feedScale));
        expect(rows).toEqual(rows.toSorted((one, other) => one - other));
      }),
    );
  });
});
