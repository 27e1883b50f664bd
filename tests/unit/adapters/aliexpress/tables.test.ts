import { describe, expect, it } from 'vitest';
import { readCarrierCode, writeCarrierCode } from '../../../../src-main/adapters/platforms/aliexpress/carrier-code.ts';
import { wholePattern } from '../../../../src-main/adapters/platforms/aliexpress/carriers.ts';
import { ALIEXPRESS_MANIFEST } from '../../../../src-main/adapters/platforms/aliexpress/manifest.ts';
import { readLabelPdf } from '../../../../src-main/adapters/platforms/aliexpress/parse-label.ts';
import { readCursor } from '../../../../src-main/adapters/platforms/aliexpress/pull-cursor.ts';
import { readAliSettings } from '../../../../src-main/adapters/platforms/aliexpress/settings.ts';
import { disputeStage } from '../../../../src-main/adapters/platforms/aliexpress/units-dispute.ts';
import { declareKeyOf } from '../../../../src-main/adapters/platforms/aliexpress/units-service.ts';

const SETTINGS = {
  appKey: '500102',
  appSecret: 'helloworld',
  redirectUrl: 'https://localhost/callback',
  authorisationCode: '3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26',
};

describe('settings', () => {
  it('have defaults for all that a seller need not know', () => {
    expect(readAliSettings(SETTINGS)).toMatchObject({
      baseUrl: 'https://api-sg.aliexpress.com',
      pickupType: 'SELF_POST',
      undeliverable: 'return',
      declaredNameCn: '日用品',
      declaredUsd: '',
      senderAddressId: '',
    });
  });

  it.each([
    ['appKey', 'abc'],
    ['appSecret', ''],
    ['authorisationCode', 'with blank in it'],
    ['pickupType', 'DRONE'],
    ['baseUrl', 'http://example.com'],
    ['declaredNameCn', '一二三四五六七八九十一二三四五六七八九十一'],
  ])('%s is refused as %j', (key, value) => {
    expect(() => readAliSettings({ ...SETTINGS, [key]: value })).toThrow(`setting-invalid:${key}`);
  });

  it('take the code out of the address that the browser was sent to', () => {
    const authorisationCode = 'https://localhost/callback?code=3_500102_abc%2B1&state=x';
    expect(readAliSettings({ ...SETTINGS, authorisationCode }).authorisationCode).toBe('3_500102_abc+1');
    expect(readAliSettings(SETTINGS).authorisationCode).toBe(SETTINGS.authorisationCode);
  });

  it('fill the page on which the seller lets the app in', () => {
    const names = [...(ALIEXPRESS_MANIFEST.authorizeUrl ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const keys = ALIEXPRESS_MANIFEST.settings.map((field) => field.key);
    expect(names).toEqual(['redirectUrl', 'appKey']);
    expect(keys).toEqual(expect.arrayContaining(names));
  });
});

describe('one line under three names', () => {
  it.each([
    ['CAINIAO_STANDARD_TS_12350032', 'CAINIAO_STANDARD'],
    ['CAINIAO_PREMIUM_12350032', 'CAINIAO_PREMIUM'],
    ['ZHONG_YOU_EUB_ONLINE', 'EMS_ZX_ZX_US'],
    ['CPAM_WLB_CPAMSZ', 'CPAM'],
    ['YANWENJYT_WLB_CPAMSZ', 'YANWEN_JYT'],
    ['DHL', 'DHL'],
  ])('%s is declared as %s', (solution, key) => {
    expect(declareKeyOf(solution)).toBe(key);
  });
});

describe('carriers', () => {
  it('that the platform does not know carry their page along', () => {
    expect(readCarrierCode(writeCarrierCode('OTHER_US'))).toEqual({
      service: 'OTHER_US',
      actualCarrier: 'Other',
      website: 'https://t.17track.net',
    });
    expect(readCarrierCode('OTHER')).toMatchObject({ actualCarrier: 'Other', website: 'https://t.17track.net' });
    expect(readCarrierCode('CPAM')).toEqual({ service: 'CPAM', actualCarrier: null, website: null });
  });

  it.each([
    ['[0-9]{14}$', 'AB12345678901234', true],
    ['[0-9]{14}$', '12345678901234X', false],
    ['^R[A-Z][0-9]{9}CN$', 'RB123456785CN', true],
    ['^R[A-Z][0-9]{9}CN$', 'xRB123456785CN', false],
    ['^A[0-9]+$|^B[0-9]+$', 'B12', true],
    ['^A[0-9]+$|^B[0-9]+$', 'AB12', false],
  ])('%s on %s: %s', (pattern, number, isFine) => {
    expect(new RegExp(`^(?:${wholePattern(pattern)})$`).test(number)).toBe(isFine);
  });

  it('whose pattern is none go without', () => {
    expect([wholePattern('([0-9'), wholePattern(null)]).toEqual([null, null]);
  });
});

describe('labels', () => {
  const base64 = Buffer.from('%PDF-1.4 label').toString('base64');
  it.each([
    JSON.stringify({ StatusCode: 200, body: base64 }),
    JSON.stringify({ body: JSON.stringify({ data: { pdf: base64 } }) }),
    base64,
  ])('are found in %s', (text) => {
    expect(new TextDecoder().decode(readLabelPdf(text) ?? undefined)).toBe('%PDF-1.4 label');
  });

  it.each(['{"StatusCode":500,"errorDesc":"no"}', '', '{broken', null])('are not found in %s', (text) => {
    expect(readLabelPdf(text)).toBeNull();
  });
});

describe('disputes and cursors', () => {
  it('tell whose turn it is, and keep what nobody knows', () => {
    expect(disputeStage('processing', 'wait_for_AE_feedback')).toBe('wait-platform');
    expect(disputeStage('processing', 'wait_for_seller_set_return_address')).toBe('wait-seller');
    expect(disputeStage('finish', 'anything')).toBe('closed');
    expect([disputeStage('processing', 'moon'), disputeStage('moon', null)]).toEqual([null, null]);
  });

  it('that are damaged begin anew', () => {
    expect(readCursor('{"version":99}')).toEqual(readCursor(null));
    expect(readCursor('{')).toEqual(readCursor(null));
  });
});
