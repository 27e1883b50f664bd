import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureOf, signMethods, stringToSign, type SignMethod } from '../../../../src-main/demo/taobao/sign.ts';

const secret = 'helloworld';

function worked(signMethod: SignMethod): Map<string, string> {
  return new Map([
    ['method', 'taobao.item.seller.get'],
    ['app_key', '12345678'],
    ['session', 'test'],
    ['timestamp', '2016-01-01 12:00:00'],
    ['format', 'json'],
    ['v', '2.0'],
    ['fields', 'num_iid,title,nick,price,num'],
    ['num_iid', '11223344'],
    ['sign_method', signMethod],
  ]);
}

describe('the worked vectors of the documents', () => {
  it('sorts and joins', () => {
    expect(stringToSign(worked('md5'))).toBe(
      'app_key12345678fieldsnum_iid,title,nick,price,numformatjsonmethodtaobao.item.seller.getnum_iid11223344sessiontestsign_methodmd5timestamp2016-01-01 12:00:00v2.0',
    );
  });

  it.each([
    ['md5', '66987CB115214E59E6EC978214934FB8'],
    ['hmac', 'D56D7858309C31B6251083A874D48273'],
    ['hmac-sha256', '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8'],
  ] as const)('%s', (signMethod, signature) => {
    expect(signatureOf(signMethod, secret, stringToSign(worked(signMethod)))).toBe(signature);
  });

  it('signs UTF-8', () => {
    const text =
      'app_key12345678flag1formatjsonmemo缺货 明天发methodtaobao.trade.memo.updatesessiontestsign_methodhmac-sha256tid2231958349timestamp2016-01-01 12:00:00v2.0';
    const parameters = new Map([
      ['tid', '2231958349'],
      ['memo', '缺货 明天发'],
      ['flag', '1'],
      ['method', 'taobao.trade.memo.update'],
      ['app_key', '12345678'],
      ['session', 'test'],
      ['timestamp', '2016-01-01 12:00:00'],
      ['format', 'json'],
      ['v', '2.0'],
      ['sign_method', 'hmac-sha256'],
    ]);
    expect(stringToSign(parameters)).toBe(text);
    expect(signatureOf('hmac-sha256', secret, text)).toBe(
      'D1210824E28F696EED71CBE374F37D33B0AF314C8047BD40876701FAE421C413',
    );
  });
});

describe('any signature', () => {
  const parameters = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/u), fc.string());

  it('does not know in which order the parameters came, nor empty ones, nor the signature', () => {
    fc.assert(
      fc.property(parameters, (own) => {
        const pairs = Object.entries(own);
        const text = stringToSign(new Map(pairs));
        expect(stringToSign(new Map(pairs.toReversed()))).toBe(text);
        expect(stringToSign(new Map([...pairs, ['sign', 'x']]))).toBe(text);
        if (!('empty' in own)) expect(stringToSign(new Map([...pairs, ['empty', '']]))).toBe(text);
      }),
    );
  });

  it('is upper-case hex of its length and changes with every byte of the secret', () => {
    fc.assert(
      fc.property(parameters, fc.constantFrom(...signMethods), (own, signMethod) => {
        const text = stringToSign(new Map(Object.entries(own)));
        const signature = signatureOf(signMethod, secret, text);
        expect(signature).toMatch(signMethod === 'hmac-sha256' ? /^[0-9A-F]{64}$/u : /^[0-9A-F]{32}$/u);
        expect(signatureOf(signMethod, 'helloworlE', text)).not.toBe(signature);
      }),
    );
  });
});
