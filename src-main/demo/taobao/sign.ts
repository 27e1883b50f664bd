import { createHash, createHmac } from 'node:crypto';

export const signMethods = ['md5', 'hmac', 'hmac-sha256'] as const;
export type SignMethod = (typeof signMethods)[number];

/** What is signed: names in ASCII order with their values, raw UTF-8, without `sign`, empty ones and file bytes. */
export function stringToSign(parameters: ReadonlyMap<string, string>): string {
  return [...parameters]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .toSorted(([first], [second]) => Buffer.compare(Buffer.from(first), Buffer.from(second)))
    .map(([name, value]) => name + value)
    .join('');
}

/** The signature in upper-case hex. `hmac` means HMAC-MD5. */
export function signatureOf(method: SignMethod, secret: string, text: string): string {
  const hash =
    method === 'md5'
      ? createHash('md5').update(secret + text + secret)
      : createHmac(method === 'hmac' ? 'md5' : 'sha256', secret).update(text);
  return hash.digest('hex').toUpperCase();
}
