import { describe, expect, it } from 'vitest';
import { amazonFactory } from '../../../../src-main/adapters/platforms/amazon/amazon-factory.ts';
import { AMAZON_MANIFEST } from '../../../../src-main/adapters/platforms/amazon/manifest.ts';
import { readAmazonSettings } from '../../../../src-main/adapters/platforms/amazon/settings.ts';
import { freePacer } from '../../../support/free-pacer.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import { sampleSettings } from './samples.ts';

const factory = amazonFactory({
  http: { send: async () => await Promise.reject(new Error('nothing is sent')) },
  clock: { nowMs: () => 0, after: () => () => undefined },
  makePacer: freePacer(),
});

describe('settings', () => {
  it('need the keys only, and know the regional host', () => {
    expect(readAmazonSettings({ ...sampleSettings, region: 'FE' })).toMatchObject({
      baseUrl: 'https://sellingpartnerapi-fe.amazon.com',
      loginUrl: 'https://api.amazon.com',
      marketplaceIds: [],
      shipFrom: null,
      labelFormat: 'PDF',
      secretIssuedAtMs: null,
    });
    const marketplaceIds = 'ATVPDKIKX0DER , A2EUQ1WTGCTBG2';
    expect(readAmazonSettings({ ...sampleSettings, marketplaceIds }).marketplaceIds).toEqual([
      'ATVPDKIKX0DER',
      'A2EUQ1WTGCTBG2',
    ]);
  });

  it.each([
    ['region', 'MOON'],
    ['refreshToken', 'Atza|not-this-one'],
    ['clientId', 'me'],
    ['clientSecret', 'short'],
    ['sellerId', ''],
    ['secretIssuedOn', '12.11.2026'],
    ['marketplaceIds', 'US'],
    ['shipFromCountry', 'China'],
    ['labelFormat', 'GIF'],
    ['baseUrl', 'http://example.com'],
    ['loginUrl', 'https://user:pass@api.amazon.com'],
  ])('name a bad %s', (key, value) => {
    expect(() => factory.create({ ...sampleSettings, [key]: value }, { notebook: memoryNotebook() })).toThrowError(
      expect.objectContaining({ outcome: { kind: 'rejected', code: `setting-invalid:${key}` } }),
    );
  });

  it('keep every secret marked as one', () => {
    const secret = AMAZON_MANIFEST.settings.filter((field) => field.secret).map(({ key }) => key);
    expect(secret).toEqual(['clientSecret', 'refreshToken']);
    for (const { pattern } of AMAZON_MANIFEST.settings) expect(() => new RegExp(pattern)).not.toThrow();
  });

  it('take no step that Amazon has no call for', async () => {
    const connector = factory.create(sampleSettings, { notebook: memoryNotebook() });
    const confirm = { kind: 'confirm', remoteId: '114-0000001-0000001', packages: [] } as const;
    expect(await connector.push(confirm, 'k')).toEqual({ kind: 'rejected', code: 'step-not-offered' });
    expect(await connector.confirm(confirm, 'k')).toEqual({ kind: 'failed', code: 'step-not-offered' });
    expect(await connector.revealAddress('114-0000001-0000001')).toBeNull();
  });
});
