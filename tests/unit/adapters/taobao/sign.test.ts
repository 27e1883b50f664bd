import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGN_METHODS, signatureOf, textToSign } from '../../../../src-main/adapters/platforms/taobao/sign.ts';

const SECRET = 'helloworld';
const COMMON = {
  app_key: '12345678',
  session: 'test',
  timestamp: '2016-01-01 12:00:00',
  format: 'json',
  v: '2.0',
};
const ITEM = {
  ...COMMON,
  method: 'taobao.item.seller.get',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
};

describe('the signature', () => {
  it('is made of the sorted names and values', () => {
    expect(textToSign({ ...ITEM, sign_method: 'md5' })).toBe(
      'app_key12345678fieldsnum_iid,title,nick,price,numformatjsonmethodtaobao.item.seller.getnum_iid11223344' +
        'sessiontestsign_methodmd5timestamp2016-01-01 12:00:00v2.0',
    );
  });

  it.each([
    ['md5', '66987CB115214E59E6EC978214934FB8'],
    ['hmac', 'D56D7858309C31B6251083A874D48273'],
    ['hmac-sha256', '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8'],
  ] as const)('%s gives the documented vector', (method, sign) => {
    expect(signatureOf(method, SECRET, textToSign({ ...ITEM, sign_method: method }))).toBe(sign);
  });

  it('takes Chinese as raw UTF-8', () => {
    const memo = { ...COMMON, method: 'taobao.trade.memo.update', tid: '2231958349', memo: '缺货 明天发', flag: '1' };
    const text = textToSign({ ...memo, sign_method: 'hmac-sha256' });
    expect(text).toContain('memo缺货 明天发method');
    expect(signatureOf('hmac-sha256', SECRET, text)).toBe(
      'D1210824E28F696EED71CBE374F37D33B0AF314C8047BD40876701FAE421C413',
    );
  });

  it('leaves out what is empty and the signature itself, whatever the order of the names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string()), (form) => {
        const turned = Object.fromEntries(Object.entries(form).toReversed());
        const text = textToSign(form);
        expect(textToSign({ ...turned, sign: 'X', nothing__: '' })).toBe(textToSign({ ...form, nothing__: '' }));
        for (const method of SIGN_METHODS) expect(signatureOf(method, SECRET, text)).toMatch(/^[0-9A-F]{32,64}$/);
      }),
    );
  });
});
