import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, joinParts } from '../../../../src-main/core/paper/clean-text.ts';

describe('text from outside', () => {
  it('loses what would turn, hide or break it', () => {
    expect(cleanLine('a\u{202e}b\u{200b}c\u{feff}d')).toBe('abcd');
    expect(cleanLine('one\u{0}two\u{1b}@\tthree')).toBe('one two @ three');
    expect(cleanLine('ab\u{d800}c')).toBe('ab\u{fffd}c');
    expect(cleanLine('❤\u{fe0f}👍\u{1f3fd}')).toBe('❤👍');
    expect(cleanLine('soft\u{ad}hyphen')).toBe('softhyphen');
  });

  it('is composed, so that letters and marks are one', () => {
    expect(cleanLine('e\u{301}')).toBe('é');
    expect(cleanLine('\u{1112}\u{1161}\u{11ab}')).toBe('한');
  });

  it('keeps its lines, or becomes one', () => {
    expect(cleanLines(' a \r\n\t b\u{2028}c ')).toBe('a\nb\nc');
    expect(cleanLine('a\r\n\r\nb')).toBe('a b');
    expect(cleanLine('宽　空\u{a0}格')).toBe('宽 空 格');
  });

  it('is cut where no address is so long, visibly', () => {
    const text = cleanLine('x'.repeat(10_000));
    expect(text).toHaveLength(4_001);
    expect(text.endsWith('…')).toBe(true);
  });

  it('joins only parts that say something', () => {
    expect(joinParts(['a', null, ' ', '\u{200b}', undefined, 'b'], ', ')).toBe('a, b');
  });

  it('once clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanLines(text);
        expect(cleanLines(once)).toBe(once);
        expect(once).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}/u);
      }),
    );
  });
});
