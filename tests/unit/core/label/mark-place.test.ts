import { describe, expect, it } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { markPlace } from '../../../../src-main/core/label/mark-place.ts';
import { alongBars, markWords, stampWords } from '../../../../src-main/core/label/mark-words.ts';
import { inkBoxOf } from '../../../../src-main/core/label/move-ink.ts';
import { fillBox, isBlack } from '../../../support/bitmaps.ts';

const words = markWords('Reprint 2', 8);
const size = { width: words.widthDots, height: words.heightDots };
const label = (): Bitmap => blankBitmap(800, 1_200);
const inkCount = (bitmap: Bitmap, box: { left: number; top: number; width: number; height: number }): number => {
  let count = 0;
  for (let y = box.top; y < box.top + box.height; y += 1)
    for (let x = box.left; x < box.left + box.width; x += 1) if (isBlack(bitmap, x, y)) count += 1;
  return count;
};

describe('the words of a mark', () => {
  it('have letters of at least 2.5 mm, in capitals', () => {
    const ink = inkBoxOf(words)!;
    expect(ink.height).toBeGreaterThanOrEqual(20);
    expect(words.data).toEqual(markWords('REPRINT 2', 8).data);
    expect(inkBoxOf(markWords('REPRINT 2', 300 / 25.4))!.height).toBeGreaterThanOrEqual(29.5);
  });

  it('go to white room near an edge, not to the very edge', () => {
    const bitmap = label();
    fillBox(bitmap, 16, 16, 768, 1_000);
    const place = markPlace(bitmap, size, [], 8)!;
    expect(place).toMatchObject({ isOverInk: false, isUpended: false });
    expect(place.box.top).toBeGreaterThanOrEqual(1_016);
    expect(place.box.left).toBeGreaterThanOrEqual(8);
    expect(place.box.top + place.box.height).toBeLessThanOrEqual(1_192);
  });

  it('run from top to bottom where only a strip is free', () => {
    const bitmap = label();
    fillBox(bitmap, 0, 0, 720, 1_200);
    const place = markPlace(bitmap, size, [], 8)!;
    expect(place).toMatchObject({ isOverInk: false, isUpended: true });
    const before = inkCount(bitmap, { left: 0, top: 0, width: 800, height: 1_200 });
    stampWords(bitmap, words, place);
    expect(inkCount(bitmap, { left: 0, top: 0, width: 800, height: 1_200 })).toBe(
      before + inkCount(words, { left: 0, top: 0, ...size }),
    );
  });

  it('stand on the least ink where there is no room, never on what is barred', () => {
    const bitmap = label();
    for (let y = 0; y < 1_200; y += 4) fillBox(bitmap, 0, y, 800, y < 600 ? 3 : 1);
    const barred = { left: 0, top: 640, width: 800, height: 560 };
    const place = markPlace(bitmap, size, [barred], 8)!;
    expect(place.isOverInk).toBe(true);
    expect(place.box.top + place.box.height).toBeLessThanOrEqual(640);
    stampWords(bitmap, words, place);
    expect(inkCount(bitmap, place.box)).toBe(inkCount(words, { left: 0, top: 0, ...size }));
  });

  it('have no place where all is barred or too small', () => {
    expect(markPlace(label(), size, [{ left: 0, top: 0, width: 800, height: 1_200 }], 8)).toBeNull();
    expect(markPlace(blankBitmap(100, 100), size, [], 8)).toBeNull();
  });
});

describe('alongBars', () => {
  it.each([false, true])('finds the whole of a code of which some rows are known (upended: %s)', (isUpended) => {
    const bitmap = label();
    for (let at = 100; at < 400; at += 6) {
      if (isUpended) fillBox(bitmap, 200, at, 150, 3);
      else fillBox(bitmap, at, 200, 3, 150);
    }
    const known = isUpended
      ? { left: 260, top: 100, width: 20, height: 297 }
      : { left: 100, top: 260, width: 297, height: 20 };
    const whole = isUpended
      ? { left: 200, top: 100, width: 150, height: 297 }
      : { left: 100, top: 200, width: 297, height: 150 };
    expect(alongBars(bitmap, known, isUpended)).toEqual(whole);
  });
});
