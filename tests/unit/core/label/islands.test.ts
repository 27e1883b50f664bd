import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkIslands, inkMapOf, type InkMap } from '../../../../src-main/core/label/islands.ts';
import { anyBitmap, bitmapOf, isBlack } from '../../../support/bitmaps.ts';

function map(...rows: readonly string[]): InkMap {
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    cells: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
  };
}

describe('inkMapOf', () => {
  it('has ink in a cell exactly when one of its 64 dots is black', () => {
    fc.assert(
      fc.property(anyBitmap(40, 30), (bitmap) => {
        const { width, height, cells } = inkMapOf(bitmap);
        for (let cell = 0; cell < width * height; cell += 1) {
          const [left, top] = [(cell % width) * 8, Math.floor(cell / width) * 8];
          const dots = Array.from({ length: 64 }, (_, dot) => isBlack(bitmap, left + (dot % 8), top + (dot >> 3)));
          if ((cells[cell] !== 0) !== dots.includes(true)) return false;
        }
        return true;
      }),
    );
  });

  it('counts the last rows and columns that are no whole cell', () => {
    expect(inkMapOf(bitmapOf('........#')).cells).toEqual(Uint8Array.of(0, 1));
  });
});

describe('inkIslands', () => {
  it('joins ink over white up to twice the reach', () => {
    const line = map('#....#');
    expect(inkIslands(line, 1)).toHaveLength(2);
    expect(inkIslands(line, 2)).toEqual([{ left: 0, top: 0, width: 6, height: 1 }]);
  });

  it('measures the ink, not what it was widened to, and puts the inkiest first', () => {
    const islands = inkIslands(map('#.......', '........', '........', '.....##.', '.....##.'), 1);
    expect(islands).toEqual([
      { left: 5, top: 3, width: 2, height: 2 },
      { left: 0, top: 0, width: 1, height: 1 },
    ]);
  });

  it('finds nothing on a white page', () => {
    expect(inkIslands(map('...', '...'), 2)).toEqual([]);
  });

  it('holds all the ink, in islands that do not reach each other', () => {
    fc.assert(
      fc.property(anyBitmap(40, 12), fc.integer({ min: 1, max: 4 }), (bitmap, reach) => {
        const cells = Uint8Array.from({ length: bitmap.widthDots * bitmap.heightDots }, (_, at) =>
          isBlack(bitmap, at % bitmap.widthDots, Math.floor(at / bitmap.widthDots)) ? 1 : 0,
        );
        const islands = inkIslands({ width: bitmap.widthDots, height: bitmap.heightDots, cells }, reach);
        for (let at = 0; at < cells.length; at += 1) {
          const [x, y] = [at % bitmap.widthDots, Math.floor(at / bitmap.widthDots)];
          const isHeld = islands.some(
            (box) => x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height,
          );
          if (cells[at] !== 0 && !isHeld) return false;
        }
        return true;
      }),
    );
  });
});
