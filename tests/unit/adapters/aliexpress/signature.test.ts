import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../../src-main/adapters/platforms/aliexpress/signature.ts';

describe('the signature of the AliExpress gateways', () => {
  it('is that of vector A: a /rest call with its path in front', () => {
    const parameters = {
      app_key: '12345678',
      code: '3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26',
      sign_method: 'sha256',
      timestamp: '1517820392000',
    };
    expect(signatureOf('/auth/token/create', parameters, 'helloworld')).toBe(
      '35607762342831B6A417A0DED84B79C05FEFBF116969C48AD6DC00279A9F4D81',
    );
  });

  it('is that of vector B: a /sync call, its method one of the parameters', () => {
    const parameters = {
      v: '2.0',
      format: 'json',
      simplify: 'true',
      session: 'test',
      timestamp: '1517820392000',
      sign_method: 'sha256',
      app_key: '12345678',
      method: 'aliexpress.trade.seller.orderlist.get',
      param_aeop_order_query:
        '{"current_page":1,"page_size":20,"create_date_start":"2026-11-01 00:00:00","order_status":"WAIT_SELLER_SEND_GOODS"}',
    };
    expect(signatureOf('', parameters, 'helloworld')).toBe(
      '9D305F77CE83046DFE9B627F68607D9320B69070CB0E81F87B1E72BC73FF0A6B',
    );
  });

  it('is that of vector C, of the same family of gateways', () => {
    const parameters = {
      access_token: 'test',
      app_key: '123456',
      order_id: '1234',
      sign_method: 'sha256',
      timestamp: '1517820392000',
    };
    expect(signatureOf('/order/get', parameters, 'helloworld')).toBe(
      '4190D32361CFB9581350222F345CB77F3B19F0E31D162316848A2C1FFD5FAB4A',
    );
  });

  it('hangs neither on the order of the parameters nor on empty ones', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (parameters) => {
        const turned = Object.fromEntries(Object.entries(parameters).reverse());
        const more = { ...turned, sign: 'X', ...(Object.hasOwn(turned, 'zz') ? {} : { zz: '' }) };
        const { sign: _sign, ...unsigned } = parameters;
        expect(signatureOf('', more, 's')).toBe(signatureOf('', unsigned, 's'));
      }),
    );
  });
});
