import { describe, expect, it } from 'vitest';
import { readAuthorization, signatureOf, signedAtMs } from '../../../../src-main/demo/coupang/http/signature.ts';

const secret = 'test-secret-key-0123456789';
const signedDate = '261115T010203Z';

describe('the worked vectors of the document', () => {
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
  ])('%s %s', (method, target, signature) => {
    expect(signatureOf(secret, { signedDate, method, target })).toBe(signature);
  });

  it('leave out the first question mark only', () => {
    const sign = (target: string): string => signatureOf(secret, { signedDate, method: 'GET', target });
    expect(sign('/a?b=c')).toBe(sign('/ab=c'));
    expect(sign('/a?b=c?d')).not.toBe(sign('/a?b=cd'));
  });
});

describe('the header', () => {
  it('is taken apart', () => {
    const signature = 'a'.repeat(64);
    const header = `CEA algorithm=HmacSHA256, access-key=key, signed-date=${signedDate}, signature=${signature}`;
    expect(readAuthorization(header)).toEqual({ accessKey: 'key', signedDate, signature });
    expect(readAuthorization(`${header} `)).toBeNull();
    expect(readAuthorization(header.replace('HmacSHA256', 'HmacSHA1'))).toBeNull();
  });

  it('has a date in UTC', () => {
    expect(signedAtMs(signedDate)).toBe(Date.parse('2026-11-15T01:02:03Z'));
    expect(signedAtMs('261315T010203Z')).toBeNull();
    expect(signedAtMs('20261115T010203Z')).toBeNull();
  });
});
