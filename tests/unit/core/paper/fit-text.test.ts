import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emsOf, fitText, lineMm } from '../../../../src-main/core/paper/fit-text.ts';
import { MM_PER_PT } from '../../../../src-main/core/paper/paper.ts';
import { wrapText } from '../../../../src-main/core/paper/wrap-text.ts';

const even = (character: string): number => (/\p{Script=Han}/u.test(character) ? 1 : 0.5);
const FLOOR_PT = 7;
const box = (text: string, widthMm: number, heightMm: number, maxPt = 20) => ({
  text,
  widthMm,
  heightMm,
  maxPt,
  isBold: false,
});

describe('wrapping', () => {
  const wrap = (text: string, letters: number): string[] => wrapText(text, letters / 2, even);

  it('keeps words whole and lets spaces hang', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('one  ', 3)).toEqual(['one']);
  });

  it('breaks ideographs anywhere, but no line begins with a full stop', () => {
    expect(wrap('中国浙江省', 4)).toEqual(['中国', '浙江', '省']);
    expect(wrap('中国，浙江', 4)).toEqual(['中', '国，', '浙江']);
    expect(wrap('（中国）浙江', 4)).toEqual(['（中', '国）', '浙江']);
  });

  it('keeps order numbers and phones in one piece', () => {
    expect(wrap('see 1234-0012-1, 77', 12)).toEqual(['see', '1234-0012-1,', '77']);
  });

  it('breaks what is longer than a line', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('', 3)).toEqual(['']);
    expect(wrap('a\n\nb', 3)).toEqual(['a', '', 'b']);
  });

  it('loses no letter, and no line is too wide', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'Ж', '中', ' ', '-', '，', '7', '한'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, letters) => {
        const lines = wrap(words, letters);
        const bare = (written: string): string => written.replaceAll(' ', '');
        expect(bare(lines.join(''))).toBe(bare(words));
        const width = (line: string): number => Array.from(line).reduce((sum, each) => sum + even(each), 0);
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(Math.max(letters / 2, 1));
      }),
    );
  });
});

describe('fitting', () => {
  it('leaves a text that fits as large as it is wanted', () => {
    expect(fitText(box('short', 60, 20), FLOOR_PT, even)).toEqual({
      sizePt: 20,
      lines: ['short'],
      isShrunk: false,
      isCut: false,
    });
  });

  it('would rather shrink than break a word', () => {
    const fitted = fitText(box('Wolfeschlegel', 40, 30), FLOOR_PT, even);
    expect(fitted.lines).toEqual(['Wolfeschlegel']);
    expect(fitted.sizePt).toBeLessThan(20);
  });

  it('at the floor it is cut, visibly, and says so', () => {
    const fitted = fitText(box('word '.repeat(500), 30, 8), FLOOR_PT, even);
    expect(fitted).toMatchObject({ sizePt: FLOOR_PT, isShrunk: true, isCut: true });
    expect(fitted.lines.at(-1)!.endsWith('…')).toBe(true);
  });

  it('never leaves its box, whatever the text', () => {
    const sizes = fc.record({
      widthMm: fc.double({ min: 8, max: 90, noNaN: true }),
      heightMm: fc.double({ min: 3.1, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), sizes, (text, { widthMm, heightMm }) => {
        const { sizePt, lines } = fitText(box(text.replaceAll('\n', ' '), widthMm, heightMm), FLOOR_PT, even);
        expect(sizePt).toBeGreaterThanOrEqual(FLOOR_PT);
        expect(lines.length * lineMm(sizePt)).toBeLessThanOrEqual(heightMm + 0.02);
        for (const line of lines) {
          const ems = Array.from(line).reduce((sum, each) => sum + even(each), 0);
          expect(ems * sizePt * MM_PER_PT).toBeLessThanOrEqual(widthMm + 0.001);
        }
        expect(emsOf(widthMm, sizePt)).toBeGreaterThan(0);
      }),
    );
  });
});
