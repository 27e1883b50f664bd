import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberTexts } from '../../../../src-main/core/shared/member-texts.ts';

describe('the texts of an object’s members', () => {
  it('come as they stand, however they are spaced', () => {
    expect(memberTexts('{}')).toEqual([]);
    expect(memberTexts(' {\n"a" : 1.50 , "\\u0062":"x,\\"}" ,"a":[{}, "]"]} ')).toEqual([
      ['a', '1.50'],
      ['b', '"x,\\"}"'],
      ['a', '[{}, "]"]'],
    ]);
  });

  it('put together again are the same object', () => {
    const spaces = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), spaces, (value, space) => {
        const text = JSON.stringify(value, null, space);
        const members = memberTexts(text).map(([key, one]) => `${JSON.stringify(key)}:${one}`);
        expect(JSON.parse(`{${members.join(',')}}`)).toEqual(JSON.parse(text));
      }),
    );
  });
});
