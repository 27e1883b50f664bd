import { createHmac } from 'node:crypto';

/**
 * The text behind `sign`: the API path for `/rest` calls ('' for `/sync`), then every name and value in byte order, raw and without
 * separators. Empty names and values and `sign` itself stay out (IOP signature rules; reference document, section 2).
 */
export function textToSign(apiPath: string, parameters: ReadonlyMap<string, string>): string {
  const signed = [...parameters].filter(([name, value]) => name !== '' && value !== '' && name !== 'sign');
  const sorted = signed.toSorted(([first], [second]) => Buffer.compare(Buffer.from(first), Buffer.from(second)));
  return apiPath + sorted.map(([name, value]) => name + value).join('');
}

/** Upper-case hex of HMAC-SHA256 over the UTF-8 bytes. */
export function signature(apiPath: string, parameters: ReadonlyMap<string, string>, appSecret: string): string {
  return createHmac('sha256', appSecret).update(textToSign(apiPath, parameters), 'utf8').digest('hex').toUpperCase();
}
