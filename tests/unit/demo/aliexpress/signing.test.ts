import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signature, textToSign } from '../../../../src-main/demo/aliexpress/signing.ts';

const map = (texts: Record<string, string>): Map<string, string> => new Map(Object.entries(texts));

describe('the worked examples of the reference document', () => {
  it('A: a token call of /rest', () => {
    const parameters = map({
      timestamp: '1517820392000',
      sign_method: 'sha256',
      code: '3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26',
      app_key: '12345678',
    });
    expect(textToSign('/auth/token/create', parameters)).toBe(
      '/auth/token/createapp_key12345678code3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26sign_methodsha256timestamp1517820392000',
    );
    expect(signature('/auth/token/create', parameters, 'helloworld')).toBe(
      '35607762342831B6A417A0DED84B79C05FEFBF116969C48AD6DC00279A9F4D81',
    );
  });

  it('B: an order list of /sync', () => {
    const query =
      '{"current_page":1,"page_size":20,"create_date_start":"2026-11-01 00:00:00","order_status":"WAIT_SELLER_SEND_GOODS"}';
    const parameters = map({
      v: '2.0',
      format: 'json',
      simplify: 'true',
      session: 'test',
      timestamp: '1517820392000',
      sign_method: 'sha256',
      app_key: '12345678',
      method: 'aliexpress.trade.seller.orderlist.get',
      param_aeop_order_query: query,
    });
    expect(textToSign('', parameters)).toBe(
      `app_key12345678formatjsonmethodaliexpress.trade.seller.orderlist.getparam_aeop_order_query${query}sessiontestsign_methodsha256simplifytruetimestamp1517820392000v2.0`,
    );
    expect(signature('', parameters, 'helloworld')).toBe(
      '9D305F77CE83046DFE9B627F68607D9320B69070CB0E81F87B1E72BC73FF0A6B',
    );
  });

  it('C: the official vector of the gateway family', () => {
    const parameters = map({
      access_token: 'test',
      app_key: '123456',
      order_id: '1234',
      sign_method: 'sha256',
      timestamp: '1517820392000',
    });
    expect(signature('/order/get', parameters, 'helloworld')).toBe(
      '4190D32361CFB9581350222F345CB77F3B19F0E31D162316848A2C1FFD5FAB4A',
    );
  });
});

describe('the text to sign', () => {
  it('sorts _ after upper case and before lower case', () => {
    expect(textToSign('', map({ aa: '1', a_: '2', aA: '3' }))).toBe('aA3a_2aa1');
  });

  it('leaves out what is empty and the sign itself', () => {
    expect(textToSign('/p', map({ b: '', sign: 'X', a: 'ж' }))).toBe('/paж');
  });

  const parameters = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 12 }), {
    maxKeys: 8,
  });

  it('does not depend on the order that the parameters came in', () => {
    fc.assert(
      fc.property(parameters, (texts) => {
        const reversed = new Map(Object.entries(texts).toReversed());
        expect(signature('/x', reversed, 'secret')).toBe(signature('/x', map(texts), 'secret'));
      }),
    );
  });

  it('notices every changed value, path and secret', () => {
    fc.assert(
      fc.property(parameters, fc.string({ minLength: 1 }), (texts, tail) => {
        const sign = signature('/x', map({ ...texts, name: 'value' }), 'secret');
        expect(sign).toMatch(/^[0-9A-F]{64}$/u);
        expect(signature('/x', map({ ...texts, name: `value${tail}` }), 'secret')).not.toBe(sign);
        expect(signature('', map({ ...texts, name: 'value' }), 'secret')).not.toBe(sign);
        expect(signature('/x', map({ ...texts, name: 'value' }), `secret${tail}`)).not.toBe(sign);
      }),
      { numRuns: 50 },
    );
  });
});
