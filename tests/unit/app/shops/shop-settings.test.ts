import { describe, expect, it } from 'vitest';
import type { PlatformManifest, SettingField } from '../../../../src-main/app/ports/platform-connector.ts';
import {
  authorizeUrl,
  namingKeys,
  publicSettings,
  settingsFault,
  withDefaults,
  withoutCodes,
} from '../../../../src-main/app/shops/shop-settings.ts';
import { TrialNotebooks } from '../../../../src-main/app/shops/trial-notebooks.ts';

const field = (key: string, change: Partial<SettingField> = {}): SettingField => ({
  key,
  secret: false,
  required: true,
  pattern: '.+',
  defaultValue: '',
  ...change,
});

const FIELDS = [
  field('sellerId', { pattern: '\\w+' }),
  field('region', { choices: ['eu', 'na'], defaultValue: 'eu' }),
  field('secret', { secret: true }),
  field('issuedOn', { input: 'date' }),
  field('code', { input: 'authorisation-code' }),
  field('loginUrl', { required: false, defaultValue: 'https://login.example/', isRare: true }),
];
const manifest = (settings: readonly SettingField[], authorize: string | null = null) =>
  ({ settings, authorizeUrl: authorize }) as unknown as PlatformManifest;
const GOOD = { sellerId: 'A1', secret: 's', issuedOn: '2026-01-01', code: 'once' };

describe('the settings of a shop', () => {
  it('are checked field by field', () => {
    const fault = (settings: Record<string, string>) => settingsFault(manifest(FIELDS), settings);
    expect(fault(GOOD)).toBeNull();
    expect(fault({ ...GOOD, other: '1' })).toBe('other');
    expect(fault({ ...GOOD, sellerId: ' ' })).toBe('sellerId');
    expect(fault({ ...GOOD, sellerId: 'A 1' })).toBe('sellerId');
    expect(fault({ ...GOOD, region: 'moon' })).toBe('region');
    expect(fault({ ...GOOD, code: '' })).toBe('code');
  });

  it('show no secret and no code, and keep no code', () => {
    const all = withDefaults(manifest(FIELDS), GOOD);
    const shown = { sellerId: 'A1', region: 'eu', issuedOn: '2026-01-01', loginUrl: 'https://login.example/' };
    expect(publicSettings(manifest(FIELDS), all)).toEqual(shown);
    expect(withoutCodes(manifest(FIELDS), all)).toEqual({ ...shown, secret: 's' });
  });

  it('name the account by what lasts: no date, code or address; by its secrets where there is nothing else', () => {
    expect(namingKeys(manifest(FIELDS))).toEqual(['sellerId', 'region']);
    expect(namingKeys(manifest(FIELDS.slice(1)))).toEqual(['region', 'secret']);
  });

  it('lead to the page that lets the app in, once nothing is missing', () => {
    const page = manifest(FIELDS, 'https://centre.example/let-in?app={sellerId}&in={region}');
    expect(authorizeUrl(page, { sellerId: 'a b' })).toBe('https://centre.example/let-in?app=a%20b&in=eu');
    expect(authorizeUrl(page, {})).toBeNull();
    expect(authorizeUrl(manifest(FIELDS), GOOD)).toBeNull();
    expect(authorizeUrl(manifest(FIELDS, '{loginUrl}/oauth?id={sellerId}'), GOOD)).toBe(
      'https://login.example/oauth?id=A1',
    );
    const elsewhere = { ...GOOD, loginUrl: 'javascript:alert(1)' };
    expect(authorizeUrl(manifest(FIELDS, '{loginUrl}/oauth?id={sellerId}'), elsewhere)).toBeNull();
  });
});

describe('the notebooks of trials', () => {
  it('are the same for the same settings, for half an hour', async () => {
    let nowMs = 0;
    const trials = new TrialNotebooks({ nowMs: () => nowMs });
    await trials.of('ozon', { a: '1', b: '2' }).write('token', 'x');
    expect(await trials.of('ozon', { b: '2', a: '1' }).read('token')).toBe('x');
    expect(await trials.of('amazon', { a: '1', b: '2' }).read('token')).toBeNull();
    nowMs = 31 * 60_000;
    expect(await trials.of('ozon', { a: '1', b: '2' }).read('token')).toBeNull();
  });

  it('are forgotten when a shop took them over, and never many', async () => {
    const trials = new TrialNotebooks({ nowMs: () => 0 });
    await trials.of('ozon', { a: '1' }).write('token', 'x');
    trials.forget('ozon', { a: '1' });
    expect(await trials.of('ozon', { a: '1' }).read('token')).toBeNull();
    await trials.of('ozon', { a: '1' }).write('token', 'x');
    for (let number = 0; number < 20; number += 1) trials.of('ozon', { a: `other ${number}` });
    expect(await trials.of('ozon', { a: '1' }).read('token')).toBeNull();
  });
});
