import { describe, expect, it } from 'vitest';
import { readBaseUrl, readSettings } from '../../../../src-main/adapters/platforms/shared/read-settings.ts';

const FIELDS = [
  { key: 'id', secret: false, required: true, pattern: '\\d+', defaultValue: '' },
  { key: 'region', secret: false, required: true, pattern: '.*', defaultValue: 'eu', choices: ['eu', 'na'] },
  { key: 'code', secret: false, required: true, pattern: '\\w+', defaultValue: '', input: 'authorisation-code' },
] as const;

describe('readSettings', () => {
  it('trims, fills in the defaults, and does without a code that was spent', () => {
    expect(readSettings(FIELDS, { id: ' 7 ' })).toEqual({ id: '7', region: 'eu', code: '' });
    expect(readSettings(FIELDS, { id: '7', region: 'na', code: 'abc' })).toEqual({
      id: '7',
      region: 'na',
      code: 'abc',
    });
  });

  it.each([
    ['id', {}],
    ['id', { id: 'x' }],
    ['id', { id: '7\n8' }],
    ['region', { id: '7', region: 'moon' }],
    ['code', { id: '7', code: 'a b' }],
  ])('names %s in %o', (key, values) => {
    expect(() => readSettings(FIELDS, values)).toThrow(`setting-invalid:${key}`);
  });
});

describe('readBaseUrl', () => {
  it.each([
    ['https://a.example/x/', 'https://a.example/x'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:9/', 'http://[::1]:9'],
  ])('takes %s', (text, expected) => {
    expect(readBaseUrl('baseUrl', text)).toBe(expected);
  });

  it.each([
    '',
    'x',
    'http://a.example',
    'https://u:p@a.example',
    'ftp://a.example',
    'https://a.example?q=1',
    'https://a.example#x',
  ])('refuses %s', (text) => {
    expect(() => readBaseUrl('baseUrl', text)).toThrow('setting-invalid:baseUrl');
  });
});
