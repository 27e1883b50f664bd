import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jsonInteger,
  member,
  plain,
  readJson,
  writeJson,
} from '../../../../src-main/adapters/platforms/shared/json.ts';
import { unwrapped } from '../../../../src-main/adapters/platforms/ozon/unwrapped.ts';
import { OZON_MANIFEST } from '../../../../src-main/adapters/platforms/ozon/manifest.ts';
import { ozonFactory } from '../../../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import { OZON_BASE_URL, readOzonSettings } from '../../../../src-main/adapters/platforms/ozon/settings.ts';
import type { MakePacer } from '../../../../src-main/app/ports/pacing.ts';
import { freePacer } from '../../../support/free-pacer.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import type { Http } from '../../../../src-main/app/ports/http.ts';
import { PlatformFault } from '../../../../src-main/app/ports/platform-connector.ts';

describe('json', () => {
  it('keeps digits through reading and writing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }), (id) => {
        const text = `{"id":${id},"amount":1.50}`;
        const { node } = readJson(text)!;
        expect(writeJson(node)).toBe(text);
        expect(plain(node)).toEqual({ id: String(id), amount: '1.50' });
      }),
    );
    expect(writeJson({ task_id: jsonInteger('5819327210249000123') })).toBe('{"task_id":5819327210249000123}');
  });

  it('agrees with JSON.parse on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(writeJson(readJson(text)!.node))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives null for what is no JSON, too deep, or empty', () => {
    for (const text of ['', '<html>', '{"a":', '['.repeat(200_000)]) expect(readJson(text)).toBeNull();
  });

  it('takes the last of two equal keys, and no inherited member', () => {
    const { node } = readJson('{"a":1,"a":2,"__proto__":{"b":3}}')!;
    expect(plain(member(node, 'a'))).toBe('2');
    expect(member(node, 'b')).toBeUndefined();
    expect(member(node, 'toString')).toBeUndefined();
    expect(({} as Record<string, unknown>)['b']).toBeUndefined();
  });

  it('unwraps result only when it is an object', () => {
    expect(unwrapped({ result: { a: 1 } })).toEqual({ a: 1 });
    expect(unwrapped({ result: [1] })).toEqual({ result: [1] });
    expect(unwrapped({ a: 1 })).toEqual({ a: 1 });
  });
});

describe('ozonFactory', () => {
  it('gives each shop buckets of its own, at the rates of the manifest', () => {
    const made: unknown[] = [];
    const http: Http = { send: () => Promise.reject(new Error('not asked')) };
    const makePacer: MakePacer = (limits, notebook) => {
      made.push([limits, notebook]);
      return freePacer()(limits, notebook);
    };
    const factory = ozonFactory({ http, makePacer, clock: { nowMs: () => 0, after: () => () => undefined } });
    const notebooks = [memoryNotebook(), memoryNotebook()];
    for (const notebook of notebooks) factory.create({ clientId: '1', apiKey: 'a1b2c3d4e5' }, { notebook });
    expect(made).toEqual(notebooks.map((notebook) => [OZON_MANIFEST.limits, notebook]));
  });
});

describe('readOzonSettings', () => {
  const good = { clientId: '836', apiKey: 'a1b2c3d4-0000-4000-8000-000000000000' };

  it('fills in the defaults', () => {
    expect(readOzonSettings(good)).toEqual({
      ...good,
      baseUrl: OZON_BASE_URL,
      labelSize: 'big',
      stockWarehouseId: '',
    });
    expect(readOzonSettings({ ...good, baseUrl: 'https://x.example/api/', labelSize: 'small' })).toMatchObject({
      baseUrl: 'https://x.example/api',
      labelSize: 'small',
    });
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:9'])(
    'takes plain http on this machine: %s',
    (baseUrl) => {
      expect(readOzonSettings({ ...good, baseUrl }).baseUrl).toBe(baseUrl);
    },
  );

  it.each([
    ['clientId', { clientId: 'abc' }],
    ['clientId', { clientId: '' }],
    ['apiKey', { apiKey: 'short' }],
    ['apiKey', { apiKey: 'with\nnewline-inside' }],
    ['apiKey', { apiKey: 'ключ-ключ-ключ' }],
    ['baseUrl', { baseUrl: 'http://api-seller.ozon.ru' }],
    ['baseUrl', { baseUrl: 'http://127.0.0.1.evil.example' }],
    ['baseUrl', { baseUrl: 'https://user:pass@x.example' }],
    ['baseUrl', { baseUrl: 'ftp://x.example' }],
    ['labelSize', { labelSize: 'huge' }],
  ])('refuses a bad %s: %o', (key, over) => {
    const read = () => readOzonSettings({ ...good, ...over });
    expect(read).toThrow(PlatformFault);
    expect(read).toThrow(`setting-invalid:${key}`);
  });

  it('the manifest marks the key as secret and its patterns compile', () => {
    expect(OZON_MANIFEST.settings.filter((field) => field.secret).map((field) => field.key)).toEqual(['apiKey']);
    for (const field of OZON_MANIFEST.settings) expect(() => new RegExp(field.pattern)).not.toThrow();
  });
});
