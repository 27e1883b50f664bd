import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryOf } from '../../../../src-main/adapters/platforms/coupang/query.ts';
import { authorizationOf, signedDate } from '../../../../src-main/adapters/platforms/coupang/signature.ts';

const atMs = Date.parse('2026-11-15T01:02:03Z');
const keys = { accessKey: 'access', secretKey: 'test-secret-key-0123456789' };

describe('the signature', () => {
  it('has its date in UTC, in two-digit years', () => {
    expect(signedDate(atMs)).toBe('261115T010203Z');
  });

  it.each([
    [
      'GET',
      '/v2/providers/openapi/apis/api/v5/vendors/A00012345/ordersheets?createdAtFrom=2026-11-01%2B09:00&createdAtTo=2026-11-02%2B09:00&status=ACCEPT&maxPerPage=50',
      '1804dad5681ecac36900cb266761ce2165455581c5ae4074fc17618e387f6eda',
    ],
    [
      'POST',
      '/v2/providers/openapi/apis/api/v4/vendors/A00012345/orders/invoices',
      'c325408fc43c7bac62fc953ba0d67f440d00190f2325c5c25ec5dbb09bf0f870',
    ],
  ])('%s is the one of the worked example', (method, target, signature) => {
    expect(authorizationOf(keys, { method, target, atMs })).toBe(
      `CEA algorithm=HmacSHA256, access-key=access, signed-date=261115T010203Z, signature=${signature}`,
    );
  });
});

describe('a query', () => {
  it('keeps the order, escapes the plus and leaves colons alone', () => {
    expect(queryOf({ createdAtFrom: '2026-11-01T10:20+09:00', b: "it's", a: '=/?&' })).toBe(
      'createdAtFrom=2026-11-01T10:20%2B09:00&b=it%27s&a=%3D%2F%3F%26',
    );
  });

  it('is what a URL makes of it, and what the other side reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
        const query = queryOf({ nextToken: value });
        const url = new URL(`https://api-gateway.coupang.com/v2?${query}`);
        expect(url.search).toBe(`?${query}`);
        expect(url.searchParams.get('nextToken')).toBe(value);
      }),
    );
  });
});
