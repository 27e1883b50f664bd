import { beforeAll, describe, expect, it } from 'vitest';
import type { ShopView } from '../../../../src-main/contract/methods/shops.ts';
import { OZON_SETTING_FIELDS } from '../../../../src-main/adapters/platforms/ozon/settings.ts';
import {
  cleanValues,
  formFaults,
  initialValues,
  isRareField,
  optionsOf,
  textKey,
} from '../../../../src-renderer/features/shops/connect-form.ts';
import { faultWords } from '../../../../src-renderer/features/shops/fault-words.ts';
import { fieldText, optionText } from '../../../../src-renderer/features/shops/field-words.ts';
import { shopHealth } from '../../../../src-renderer/features/shops/shop-health.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const shop = (change: Partial<ShopView> = {}): ShopView => ({
  id: 's',
  platform: 'ozon',
  name: 'Shop',
  isDemo: false,
  isPaused: false,
  isSyncing: false,
  currency: 'RUB',
  keyExpiresAtMs: null,
  lastGoodSyncMs: NOW,
  isStale: false,
  lastFault: null,
  nextSyncMs: null,
  oddOrderCount: 0,
  ...change,
});

describe('shopHealth', () => {
  it.each([
    [{}, 'ok', 'ok'],
    [{ isSyncing: true }, 'syncing', 'ok'],
    [{ isStale: true }, 'stale', 'late'],
    [{ isStale: true, lastFault: 'wrong-key' }, 'fault', 'late'],
    [{ lastFault: 'wrong-key', isPaused: true }, 'paused', 'off'],
    [{ lastGoodSyncMs: null }, 'never', 'off'],
  ] as const)('%o is %s', (change, status, tone) => {
    expect(shopHealth(shop(change), NOW)).toMatchObject({ status, tone });
  });

  it('warns of a key two weeks ahead and calls it late on its last day', () => {
    const days = (left: number) => shopHealth(shop({ keyExpiresAtMs: NOW + left * DAY }), NOW);
    expect(days(20)).toMatchObject({ keyDays: null, tone: 'ok' });
    expect(days(9)).toMatchObject({ keyDays: 9, tone: 'soon' });
    expect(days(0.5)).toMatchObject({ keyDays: 0, tone: 'late' });
    expect(days(-2)).toMatchObject({ keyDays: -2, tone: 'late' });
  });
});

describe('the form of a platform', () => {
  it('starts with the defaults of the manifest', () => {
    expect(initialValues(OZON_SETTING_FIELDS)).toMatchObject({
      clientId: '',
      baseUrl: 'https://api-seller.ozon.ru',
      labelSize: 'big',
    });
  });

  it('names what is missing and what looks wrong', () => {
    expect(formFaults(OZON_SETTING_FIELDS, {})).toEqual({ clientId: 'missing', apiKey: 'missing' });
    expect(formFaults(OZON_SETTING_FIELDS, { clientId: 'abc', apiKey: 'short' })).toEqual({
      clientId: 'malformed',
      apiKey: 'malformed',
    });
    expect(formFaults(OZON_SETTING_FIELDS, { clientId: ' 123 ', apiKey: '1234abcd-1234' })).toEqual({});
  });

  it('does not lock the seller out over a pattern it cannot read', () => {
    const field = { key: 'x', secret: false, required: true, pattern: '(', defaultValue: '' };
    expect(formFaults([field], { x: 'anything' })).toEqual({});
  });

  it('takes the blanks off that come with a copied key', () => {
    expect(cleanValues({ apiKey: ' 1234\n' })).toEqual({ apiKey: '1234' });
  });

  it('offers the values of a listed pattern as choices', () => {
    const [clientId, , , labelSize] = OZON_SETTING_FIELDS;
    expect(labelSize === undefined ? null : optionsOf(labelSize)).toEqual(['big', 'small']);
    expect(clientId === undefined ? [] : optionsOf(clientId)).toBeNull();
    expect(OZON_SETTING_FIELDS.filter(isRareField).map(({ key }) => key)).toEqual(['baseUrl', 'labelSize']);
  });
});

describe('words of shops', () => {
  beforeAll(() => setUpWords('en'));

  it('files the three spellings of a key under one name', () => {
    expect(['clientId', 'client_id', 'client-id'].map(textKey)).toEqual(['client-id', 'client-id', 'client-id']);
  });

  it('has a label and a place to find it for every field of Ozon', () => {
    for (const field of OZON_SETTING_FIELDS) {
      expect(fieldText('ozon', field.key, 'label', currentWords())).not.toBe(field.key);
      expect(fieldText('ozon', field.key, 'help', currentWords())).not.toBe('');
    }
    expect(optionText('ozon', 'labelSize', 'big', currentWords())).toBe('Large');
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

  it('has a remedy for a code it has never seen', () => {
    expect(faultWords('weird', '', currentWords()).remedy).toBe('Look in the seller centre.');
  });
});
