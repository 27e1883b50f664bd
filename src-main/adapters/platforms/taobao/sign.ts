import { createHash, createHmac } from 'node:crypto';

export const SIGN_METHODS = ['hmac-sha256', 'hmac', 'md5'] as const;
export type SignMethod = (typeof SIGN_METHODS)[number];

/**
 * What is signed: every text parameter but `sign`, none of them empty, names in ASCII order with their values behind
 * them, raw UTF-8 (Taobao Open Platform, API 调用方法详解, 签名).
 */
export function textToSign(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('');
}

/** The signature of textToSign()'s text in upper-case hex. 'hmac' is HMAC-MD5. */
export function signatureOf(method: SignMethod, secret: string, text: string): string {
  return hashOf(method, secret, text).toString('hex').toUpperCase();
}

function hashOf(method: SignMethod, secret: string, text: string): Buffer {
  switch (method) {
    case 'md5':
      return createHash('md5')
        .update(secret + text + secret)
        .digest();
    case 'hmac':
      return createHmac('md5', secret).update(text).digest();
    case 'hmac-sha256':
      return createHmac('sha256', secret).update(text).digest();
  }
}
