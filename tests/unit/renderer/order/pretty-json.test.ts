import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../../../src-renderer/features/order/pretty-json.ts';

describe('prettyJson', () => {
  it('lays out objects and lists', () => {
    expect(prettyJson('{"a":[1,{}],"b":{"c":"x, y"}}')).toBe(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": {\n    "c": "x, y"\n  }\n}',
    );
  });

  it('keeps every digit of a number beyond 2^53', () => {
    expect(prettyJson('{"id":9007199254740993001,"price":1899.0000}')).toBe(
      '{\n  "id": 9007199254740993001,\n  "price": 1899.0000\n}',
    );
  });

  it('gives back what is no JSON as it was', () => {
    expect(prettyJson('<html>502 "bad</html>')).toBe('<html>502 "bad</html>');
    expect(prettyJson('')).toBe('');
  });

  it('changes blanks only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(JSON.parse(prettyJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
