import { describe, expect, it } from 'vitest';
import {
  byKind,
  bytes,
  DecodeFault,
  flag,
  integer,
  json,
  list,
  nullable,
  number,
  object,
  oneOf,
  record,
  text,
  truth,
  type Decoder,
} from '../../../../src-main/adapters/sqlite/decode.ts';
import { checksJson, factsJson, workJson } from '../../../../src-main/adapters/sqlite/decode-order.ts';
import { effectJson, journalBodyJson } from '../../../../src-main/adapters/sqlite/decode-events.ts';
import { rowMapper } from '../../../../src-main/adapters/sqlite/row-decoder.ts';
import { upsertInto, updateOf } from '../../../../src-main/adapters/sqlite/sql-text.ts';

describe('decoders', () => {
  it.each<[string, Decoder<unknown>, unknown, unknown]>([
    ['text', text, '', ''],
    ['integer', integer, -3, -3],
    ['number', number, 1.5, 1.5],
    ['truth', truth, false, false],
    ['flag', flag, 1, true],
    ['nullable', nullable(text), null, null],
    ['nullable, missing', nullable(text), undefined, null],
    ['oneOf', oneOf(['a', 'b']), 'b', 'b'],
    ['list', list(integer), [1, 2], [1, 2]],
    ['record', record(text), { a: 'x' }, { a: 'x' }],
    ['object, extra keys dropped', object({ a: text }), { a: 'x', b: 1 }, { a: 'x' }],
    ['json', json(list(text)), '["x"]', ['x']],
    [
      'byKind',
      byKind<{ kind: 'a'; n: number } | { kind: 'b' }>({ a: { n: integer }, b: {} }),
      { kind: 'a', n: 1 },
      { kind: 'a', n: 1 },
    ],
  ])('take %s', (_name, decoder, value, expected) => {
    expect(decoder(value, 'here')).toEqual(expected);
  });

  it.each<[Decoder<unknown>, unknown, string]>([
    [text, 1, 'here is not a text'],
    [integer, 1.5, 'here is not a whole number'],
    [integer, 2 ** 53, 'here is not a whole number'],
    [number, Number.NaN, 'here is not a number'],
    [truth, 1, 'here is not true or false'],
    [flag, 2, 'here is not 0 or 1'],
    [bytes, 'x', 'here is not bytes'],
    [oneOf(['a', 'b']), 'c', 'here is not one of a, b'],
    [list(text), {}, 'here is not a list'],
    [list(text), ['a', 1], 'here[1] is not a text'],
    [record(text), { a: 1 }, 'here.a is not a text'],
    [object({ a: object({ b: text }) }), { a: {} }, 'here.a.b is not a text'],
    [object({}), null, 'here is not an object'],
    [object({}), [], 'here is not an object'],
    [json(text), '{', 'here is not JSON'],
    [byKind<{ kind: 'a' }>({ a: {} }), { kind: 'constructor' }, 'here.kind is not a known kind'],
  ])('refuse, naming the place', (decoder, value, message) => {
    expect(() => decoder(value, 'here')).toThrow(
      new DecodeFault(message.split(' is not ')[0]!, message.split(' is not ')[1]!),
    );
  });

  it('never show the value that they refuse', () => {
    expect(() => oneOf(['a'])('欧阳娜娜', 'here')).not.toThrow('欧阳');
    expect(() => json(text)('"欧阳', 'here')).not.toThrow('欧阳');
  });
});

describe('stored JSON that somebody spoilt', () => {
  const decoders = { factsJson, workJson, checksJson, journalBodyJson, effectJson };
  const spoilt = [
    '',
    'null',
    '[]',
    '{}',
    '1',
    '"x"',
    '{"kind":"work"}',
    '[{"code":"x"}]',
    '{"__proto__":{"kind":"pulled"}}',
  ];
  for (const [name, decoder] of Object.entries<Decoder<unknown>>(decoders)) {
    it(`is refused by ${name}`, () => {
      for (const source of spoilt) {
        if (name === 'checksJson' && source === '[]') continue;
        expect(() => decoder(source, 'column'), source).toThrow(DecodeFault);
      }
    });
  }
});

describe('rowMapper', () => {
  const toThing = rowMapper<{ createdAtMs: number; isDemo: boolean }>('thing', 'id', {
    createdAtMs: integer,
    isDemo: flag,
  });

  it('reads the columns of the same names in snake case', () => {
    expect(toThing({ id: 'a', created_at_ms: 5, is_demo: 0, more: 1 })).toEqual({ createdAtMs: 5, isDemo: false });
  });

  it('names table and id of a bad row', () => {
    expect(() => toThing({ id: 'a', created_at_ms: 'x', is_demo: 0 })).toThrow(
      expect.objectContaining({ code: 'bad-row', table: 'thing', id: 'a' }),
    );
  });
});

describe('statement texts', () => {
  it('overwrite in place and leave the key alone', () => {
    expect(upsertInto('t', 'a, b', ['a', 'b', 'c'])).toBe(
      'INSERT INTO t (a, b, c) VALUES (@a, @b, @c) ON CONFLICT (a, b) DO UPDATE SET c = excluded.c',
    );
    expect(updateOf('t', 'a', ['a', 'c'])).toBe('UPDATE t SET c = @c WHERE a = @a');
  });
});
