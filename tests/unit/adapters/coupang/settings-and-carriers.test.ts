import { describe, expect, it } from 'vitest';
import { readCoupangSettings } from '../../../../src-main/adapters/platforms/coupang/settings.ts';
import {
  bareNumber,
  carrierCodeOf,
  CARRIERS,
  fitsCarrier,
} from '../../../../src-main/adapters/platforms/coupang/units-carriers.ts';

const GOOD = { vendorId: 'A00012345', accessKey: 'access-key-1', secretKey: 'secret-key-1', wingId: 'warmtable' };

describe('settings', () => {
  it('are read with their defaults', () => {
    expect(readCoupangSettings({ ...GOOD, vendorId: ' A00012345 ' })).toEqual({
      ...GOOD,
      keyExpiresAtMs: null,
      baseUrl: 'https://api-gateway.coupang.com',
    });
  });

  it('end a key 180 days after it was issued', () => {
    expect(readCoupangSettings({ ...GOOD, keyIssuedOn: '2026-11-01' }).keyExpiresAtMs).toBe(
      Date.parse('2027-04-30T00:00:00+09:00'),
    );
  });

  it.each([
    ['vendorId', 'C00012345'],
    ['vendorId', ''],
    ['accessKey', 'a, b, c, d'],
    ['secretKey', 'short'],
    ['wingId', ''],
    ['keyIssuedOn', '2026-02-31'],
    ['keyIssuedOn', '01.11.2026'],
    ['baseUrl', 'http://example.com'],
  ])('%s may not be "%s"', (key, value) => {
    expect(() => readCoupangSettings({ ...GOOD, [key]: value })).toThrow(`setting-invalid:${key}`);
  });
});

describe('carriers', () => {
  it.each([
    ['CJGLS', '6804054509', true],
    ['CJGLS', '68040545093', false],
    ['HYUNDAI', '6804054509312', true],
    ['KGB', '68040545093', true],
    ['EPOST', '6804054509312', true],
    ['EPOST', '680405450931', false],
    ['HDEXP', '1234567', false],
    ['HDEXP', '1234567890123456', true],
    ['UPS', '123456789', true],
    ['DIRECT', '1', true],
    ['CJGLS', '68040545O931', false],
    ['MY-OWN', 'anything', true],
    ['FEDEX', 'AB12', true],
  ])('%s takes %s: %s', (code, number, isFine) => {
    expect(fitsCarrier(code, number)).toBe(isFine);
  });

  it('have codes of their own, and names that lead back to them', () => {
    expect(new Set(CARRIERS.map(({ code }) => code)).size).toBe(CARRIERS.length);
    expect(new Set(CARRIERS.map(({ name }) => name)).size).toBe(CARRIERS.length);
    expect(carrierCodeOf('CJ 대한통운')).toBe('CJGLS');
    expect(carrierCodeOf('새로운택배')).toBe('새로운택배');
  });

  it('get numbers without anything between the digits', () => {
    expect(bareNumber(' 6804-0545 0931 ')).toBe('680405450931');
  });
});
