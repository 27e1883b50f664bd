import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, normaliseCode, numbersOf } from '../../../../src-main/adapters/sqlite/codes-of.ts';
import { matchOf, piecesOf } from '../../../../src-main/adapters/sqlite/search-query.ts';
import { reversedTail, searchWordsOf, tokensOf } from '../../../../src-main/adapters/sqlite/search-words.ts';
import { anyOrder } from '../../../integration/sqlite/arbitrary-orders.ts';
import { labelledWork, sampleOrder } from '../../../integration/sqlite/sample-orders.ts';

describe('tokensOf', () => {
  it.each([
    ['杭州市abc', ['杭', '州', '市', 'abc']],
    ['iPhone15 Pro-Max', ['iphone15', 'pro', 'max']],
    ['ＡＢＣ１２３', ['abc123']],
    ['Café Ёлка', ['cafe', 'елка']],
    ['한국 양말', ['한', '국', '양', '말']],
    ['カード', ['カ', 'ー', 'ト']],
    ['0123456789-0012-1', ['0123456789', '0012', '1']],
    ['👍 — “”', []],
    ['𠮷野家', ['𠮷', '野', '家']],
    ['', []],
  ])('splits %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('gives letters and digits only, which the index splits at the same places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const token of tokensOf(text)) {
          expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(token).not.toMatch(/[\0-/:-@[-`{-\x7f]/);
        }
      }),
    );
  });
});

describe('searchWordsOf', () => {
  it('holds the phone as one number, by both ends', () => {
    const { words, tails } = searchWordsOf(
      sampleOrder(1, { facts: { address: { ...sampleOrder(1).facts.address!, phone: '+7 (916) 123-45-67' } } }),
    );
    expect(words.split(' ')).toContain('79161234567');
    expect(tails.split(' ')).toContain('76543216197');
  });

  it('keeps neighbours together', () => {
    expect(searchWordsOf(sampleOrder(1)).words).toContain('上 海 陶 瓷 杯 blue edition 1');
  });

  it('cuts a note that is a book', () => {
    const { words } = searchWordsOf(sampleOrder(1, { facts: { buyerNote: 'word '.repeat(100_000) } }));
    expect(words.length).toBeLessThan(3_000);
  });

  it('takes any order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { words, tails } = searchWordsOf(order);
        expect(`${words} ${tails}`).toMatch(/^[\p{L}\p{N} ]*$/u);
      }),
    );
  });
});

describe('reversedTail', () => {
  it('turns a number round, without its signs', () => {
    expect(reversedTail('RB-001 CN')).toBe('nc100br');
  });
});

describe('codes', () => {
  it('are every number on the parcel, once', () => {
    const order = sampleOrder(1, {
      facts: { remoteId: 'a-1', remoteOrderNumber: 'a', trackingNumber: 'A', scanCodes: ['%1', ' a-1 '] },
      work: labelledWork(1),
    });
    expect(numbersOf(order)).toEqual(['a-1', 'a', 'A', '%1', ' a-1 ', 'RB000000001CN']);
    expect(codesOf(order)).toEqual(['A-1', 'A', '%1', 'RB000000001CN']);
    expect(normaliseCode(' rb 1\tcn\n')).toBe('RB1CN');
  });
});

describe('matchOf', () => {
  it.each([
    ['杭州', 'words : "杭 州"'],
    ['mug', 'words : "mug" *'],
    ['m', 'words : "m"'],
    ['mug-r', 'words : "mug"'],
    ['4567', '(words : "4567" * OR tails : "7654" *)'],
    ['7', 'words : "7"'],
    ['0012-1', '(words : "0012 1" OR tails : "12100" *)'],
    ['杯4567', 'words : "杯 4567" *'],
    ['杯 mug', 'words : "杯" AND words : "mug" *'],
    ['" OR (', 'words : "or" *'],
    ['--', ''],
    ['', ''],
  ])('asks for %s', (query, match) => {
    expect(matchOf(piecesOf(query))).toBe(match);
  });

  it('keeps a pasted page short', () => {
    expect(piecesOf('word '.repeat(10_000))).toHaveLength(8);
  });

  it.each([
    ['杯', '%杯%'],
    ['50%_off', '%50\\%\\_off%'],
    ['ＭＵＧ', '%MUG%'],
    ['m', null],
    ['7', null],
  ])('asks for products called %s', (query, like) => {
    expect(piecesOf(query).map((piece) => piece.like)).toEqual([like]);
  });
});
