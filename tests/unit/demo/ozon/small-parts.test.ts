import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transliterate } from '../../../../src-main/demo/ozon/answers/translit.ts';
import { fourDecimals, instant, int64 } from '../../../../src-main/demo/ozon/answers/values.ts';
import { readJson, writeJson } from '../../../../src-main/demo/kit/http/json.ts';
import { spoilValue } from '../../../../src-main/demo/ozon/http/spoil.ts';

describe('JSON', () => {
  it('keeps every digit of a 64-bit number, both ways', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
        expect(writeJson({ id })).toBe(`{"id":${id}}`);
        expect(BigInt((readJson(`{"id":${id}}`) as { id: number | bigint }).id)).toBe(id);
      }),
    );
  });

  it('reads ordinary numbers as numbers and refuses what is no JSON', () => {
    expect(readJson('[1, 1.5, -2e3, "x", null]')).toEqual([1, 1.5, -2000, 'x', null]);
    expect(() => readJson('{"a":')).toThrow();
  });
});

describe('values on the wire', () => {
  it('are written as the documents write them', () => {
    expect(int64('9007199254740993')).toBe(9_007_199_254_740_993n);
    expect(instant(Date.parse('2026-11-05T08:00:00.789Z'))).toBe('2026-11-05T08:00:00Z');
    expect([fourDecimals('68.00'), fourDecimals('1530'), fourDecimals('0.5')]).toEqual([
      '68.0000',
      '1530.0000',
      '0.5000',
    ]);
  });

  it('turn Cyrillic into Latin letters and leave the rest', () => {
    expect(transliterate('ул. Щербакова, д. 5 «Ёлка»')).toBe('ul. Shcherbakova, d. 5 «Yolka»');
    expect(transliterate('Мәңгілік Ел 手')).toBe('Mangilik El 手');
  });
});

describe('spoiled answers', () => {
  it('stay whole without a fault', () => {
    const value = { postings: [{ status: 'delivering', available_actions: ['cancel'] }] };
    expect(spoilValue(value, new Map())).toBe(value);
  });

  it('do not change the value they came from', () => {
    const value = { status: 'delivering', nested: [{ substatus: '' }] };
    const rule = { kind: 'unknown-values' as const, path: '*' };
    const spoiled = spoilValue(value, new Map([['unknown-values', rule]]));
    expect(spoiled).toEqual({ status: 'awaiting_quantum_alignment', nested: [{ substatus: '' }] });
    expect(value.status).toBe('delivering');
  });
});
