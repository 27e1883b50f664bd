import { beforeAll, describe, expect, it } from 'vitest';
import { pastedCode } from '../../../../src-renderer/features/shops/authorisation-code.ts';
import {
  cleanValues,
  formFaults,
  initialValues,
  partOf,
  textKey,
  type SettingField,
} from '../../../../src-renderer/features/shops/connect-form.ts';
import { addressIn, faultWords } from '../../../../src-renderer/features/shops/fault-words.ts';
import { fieldText } from '../../../../src-renderer/features/shops/field-words.ts';
import { isClockOff, shopHealth } from '../../../../src-renderer/features/shops/shop-health.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { makeShop } from './make-shop.ts';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;

describe('shopHealth', () => {
  const backfill = { part: 0.4, orderCount: 12, isStopped: false };
  it.each([
    [{}, 'ok', 'ok'],
    [{ isSyncing: true }, 'syncing', 'ok'],
    [{ isSyncing: true, backfill }, 'backfill', 'ok'],
    [{ isStale: true }, 'stale', 'late'],
    [{ isStale: true, lastFault: 'wrong-key' }, 'fault', 'late'],
    [{ lastFault: 'wrong-key', isPaused: true }, 'paused', 'off'],
    [{ lastFault: 'unreachable' }, 'offline', 'soon'],
    [{ lastFault: 'unreachable', isStale: true }, 'stale', 'late'],
    [{ lastGoodSyncMs: null }, 'never', 'off'],
    [{ mode: 'file', isStale: true, lastGoodSyncMs: null }, 'file', 'ok'],
  ] as const)('%o is %s', (change, status, tone) => {
    expect(shopHealth(makeShop(change), NOW)).toMatchObject({ status, tone });
  });

  it('speaks of a key 30 days ahead, louder at 14 and at 3', () => {
    const days = (left: number) => shopHealth(makeShop({ keyExpiresAtMs: NOW + left * DAY }), NOW);
    expect(days(31)).toMatchObject({ keyDays: null, tone: 'ok' });
    expect(days(30)).toMatchObject({ keyDays: 30, keyTone: 'plain', tone: 'ok' });
    expect(days(14)).toMatchObject({ keyDays: 14, keyTone: 'soon', tone: 'soon' });
    expect(days(3)).toMatchObject({ keyDays: 3, keyTone: 'late', tone: 'late' });
    expect(days(-2)).toMatchObject({ keyDays: -2, keyTone: 'late', tone: 'late' });
  });

  it('minds a clock that is a minute off, either way', () => {
    const isOff = (clockSkewMs: number | null) => isClockOff(makeShop({ clockSkewMs }));
    expect([null, 2_000, -59_999, 60_000, -90_000].map(isOff)).toEqual([false, false, false, true, true]);
  });
});

const field = (key: string, change: Partial<SettingField> = {}): SettingField => ({
  key,
  secret: false,
  required: true,
  pattern: '',
  defaultValue: '',
  input: 'text',
  choices: null,
  isRare: false,
  ...change,
});

describe('the form of a platform', () => {
  const fields = [
    field('clientId', { pattern: '\\d{1,19}' }),
    field('apiKey', { secret: true, pattern: '[\\x21-\\x7e]{8,200}' }),
    field('labelSize', { required: false, defaultValue: 'big', choices: ['big', 'small'] }),
  ];

  it('starts with the defaults of the manifest, or with what the shop has', () => {
    expect(initialValues(fields)).toEqual({ clientId: '', apiKey: '', labelSize: 'big' });
    expect(initialValues(fields, { clientId: '7', labelSize: 'small' })).toEqual({
      clientId: '7',
      apiKey: '',
      labelSize: 'small',
    });
  });

  it('names what is missing and what looks wrong', () => {
    expect(formFaults(fields, {})).toEqual({ clientId: 'missing', apiKey: 'missing' });
    expect(formFaults(fields, { clientId: 'abc', apiKey: 'short' })).toEqual({
      clientId: 'malformed',
      apiKey: 'malformed',
    });
    expect(formFaults(fields, { clientId: ' 123 ', apiKey: '1234abcd-1234' })).toEqual({});
  });

  it('keeps the secrets of a shop that is here', () => {
    expect(formFaults(fields, { clientId: '123' }, { clientId: '123' })).toEqual({});
    expect(formFaults(fields, { clientId: '' }, { clientId: '123' })).toEqual({ clientId: 'missing' });
    expect(formFaults(fields, { clientId: '1', apiKey: 'short' }, {})).toEqual({ apiKey: 'malformed' });
  });

  it('does not lock the seller out over a pattern it cannot read', () => {
    expect(formFaults([field('x', { pattern: '(' })], { x: 'anything' })).toEqual({});
  });

  it('takes the blanks off that come with a copied key', () => {
    expect(cleanValues({ apiKey: ' 1234\n' })).toEqual({ apiKey: '1234' });
  });

  it('folds what only labels need, and what is rare', () => {
    expect([field('clientId'), field('shipFromCity'), field('baseUrl', { isRare: true })].map(partOf)).toEqual([
      'keys',
      'labels',
      'rare',
    ]);
  });
});

describe('the code that was pasted', () => {
  it.each([
    ['https://example.com/cb?code=3_5001_abc&state=1', '3_5001_abc'],
    ['https://example.com/cb?state=1&code=a%2Fb#x', 'a/b'],
    ['code=abc123', 'abc123'],
    ['  3_5001_abc \n', '3_5001_abc'],
    ['https://example.com/cb?code=%E0%A4%A', '%E0%A4%A'],
  ])('%s is %s', (text, code) => {
    expect(pastedCode(text)).toBe(code);
  });
});

describe('words of shops', () => {
  beforeAll(() => setUpWords('en'));

  it('files the three spellings of a key under one name', () => {
    expect(['clientId', 'client_id', 'client-id'].map(textKey)).toEqual(['client-id', 'client-id', 'client-id']);
  });

  it('falls back to shared words, then to the bare key', () => {
    expect(fieldText('amazon', 'api_key', 'label', currentWords())).toBe('API key');
    expect(fieldText('amazon', 'sellerMood', 'label', currentWords())).toBe('sellerMood');
  });

  it('says what is wrong and what mends it, with the detail after the colon', () => {
    const { what, remedy } = faultWords('missing-role:/v4/posting/fbs/ship', '', currentWords());
    expect(what).toBe('The key lacks a right');
    expect(remedy).toContain('/v4/posting/fbs/ship');
  });

  it("says the platform's own way before the general one", () => {
    const remedy = (platform: 'ozon' | 'coupang') => faultWords('ip-not-allowed', '', currentWords(), platform).remedy;
    expect(remedy('coupang')).toContain('WING');
    expect(remedy('ozon')).not.toContain('WING');
  });

  it('has a remedy for a code it has never seen', () => {
    expect(faultWords('weird', '', currentWords()).remedy).toBe('Look in the seller centre.');
  });

  it('finds the IP in what a platform said', () => {
    expect(addressIn('Your ip address 203.0.113.7 is not allowed for this request.')).toBe('203.0.113.7');
    expect(addressIn('from 2001:db8::7 denied')).toBe('2001:db8::7');
    expect(addressIn('at 12:30 nothing')).toBeNull();
  });
});
