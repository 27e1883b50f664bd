import { describe, expect, it } from 'vitest';
import { readToken } from '../../../../src-main/adapters/platforms/taobao/session.ts';
import { readSettings } from '../../../../src-main/adapters/platforms/taobao/settings.ts';

const GOOD = {
  appKey: '34567890',
  appSecret: '0demo5hop0secret0not0a0real0one0',
  sessionKey: '6100demo0session0key0of0the0shop',
};

describe('settings', () => {
  it('have defaults where one may leave them', () =>
    expect(readSettings(GOOD)).toMatchObject({
      signMethod: 'hmac-sha256',
      waybillTemplate: 'standard',
      baseUrl: 'https://eco.taobao.com',
      authorisationCode: '',
      senderName: '',
    }));

  it.each([
    [{ appKey: 'abc' }, 'appKey'],
    [{ appSecret: 'short' }, 'appSecret'],
    [{ authorisationCode: 'abcdefgh12345678' }, 'sessionKey'],
    [{ signMethod: 'sha1' }, 'signMethod'],
    [{ waybillTemplate: 'round' }, 'waybillTemplate'],
    [{ baseUrl: 'http://eco.taobao.com' }, 'baseUrl'],
    [{ senderMobile: 'call me' }, 'senderMobile'],
  ])('%j is refused by name', (over, key) =>
    expect(() => readSettings({ ...GOOD, ...over })).toThrow(`setting-invalid:${key}`),
  );

  it('may be without token and code once the code was spent', () =>
    expect(readSettings({ ...GOOD, sessionKey: '' })).toMatchObject({ sessionKey: '', authorisationCode: '' }));
});

describe('the token', () => {
  const token = (over: object) =>
    JSON.stringify({ access_token: 'T', expires_in: 31_525_572, r2_expires_in: 31_525_572, ...over });

  it('is JSON in a text, and the level that ends first ends it', () => {
    expect(readToken(token({}), 1_000)).toEqual({ key: 'T', expiresAtMs: 1_000 + 31_525_572_000 });
    expect(readToken(token({ w2_expires_in: 1_800 }), 0)).toEqual({ key: 'T', expiresAtMs: 1_800_000 });
    expect(readToken(token({ w2_expires_in: '60', r1_expires_in: 0 }), 0)).toEqual({ key: 'T', expiresAtMs: 60_000 });
  });

  it.each([null, '', '{}', 'no json', '{"access_token":""}'])('%s is none', (text) =>
    expect(readToken(text, 0)).toBeNull(),
  );
});
