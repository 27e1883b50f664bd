import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { drawText, textWidth } from '../../../../src-main/core/label/dot-font.ts';
import { clearBox, fillBox, outlineBox, shadeBox } from '../../../../src-main/core/label/draw.ts';
import { anyBitmap, isBlack, textOf } from '../../../support/bitmaps.ts';

const side = fc.integer({ min: -10, max: 80 });
const boxes = fc.record({ left: side, top: side, width: side, height: side });

describe('drawing', () => {
  it('fills and clears just the dots of the box, wherever it lies', () => {
    fc.assert(
      fc.property(anyBitmap(), boxes, fc.boolean(), (bitmap, box, isClear) => {
        const before = { ...bitmap, data: bitmap.data.slice() };
        (isClear ? clearBox : fillBox)(bitmap, box);
        for (let y = 0; y < bitmap.heightDots; y += 1) {
          for (let x = 0; x < bitmap.widthDots; x += 1) {
            const isIn = x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
            expect(isBlack(bitmap, x, y)).toBe(isIn ? !isClear : isBlack(before, x, y));
          }
        }
      }),
    );
  });

  it('never touches the padding', () => {
    const bitmap = blankBitmap(9, 2);
    fillBox(bitmap, { left: 0, top: 0, width: 100, height: 100 });
    expect([...bitmap.data]).toEqual([0xff, 0x80, 0xff, 0x80]);
  });

  it('outlines inside of the box', () => {
    const bitmap = blankBitmap(6, 4);
    outlineBox(bitmap, { left: 0, top: 0, width: 6, height: 4 }, 1);
    expect(textOf(bitmap)).toEqual(['######', '#....#', '#....#', '######']);
  });

  it('blackens as many of sixteen dots as asked for', () => {
    for (let share = 0; share <= 16; share += 1) {
      const bitmap = blankBitmap(8, 8);
      shadeBox(bitmap, { left: 0, top: 0, width: 8, height: 8 }, share);
      expect(textOf(bitmap).join('').split('#').length - 1).toBe(share * 4);
    }
  });
});

describe('the dot font', () => {
  it('draws letters five dots wide and seven high', () => {
    const bitmap = blankBitmap(11, 7);
    drawText(bitmap, 'L1', { left: 0, top: 0, scale: 1 });
    expect(textOf(bitmap)).toEqual([
      '#.......#..',
      '#......##..',
      '#.......#..',
      '#.......#..',
      '#.......#..',
      '#.......#..',
      '#####..###.',
    ]);
    expect(textWidth('L1', 3)).toBe(33);
  });

  it('has all letters the test label uses, each of its own look', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-+/×%');
    const looks = letters.map((letter) => {
      const bitmap = blankBitmap(5, 7);
      drawText(bitmap, letter, { left: 0, top: 0, scale: 1 });
      return textOf(bitmap).join('\n');
    });
    expect(new Set(looks).size).toBe(letters.length);
    expect(looks.every((look) => look.includes('#'))).toBe(true);
  });
});
