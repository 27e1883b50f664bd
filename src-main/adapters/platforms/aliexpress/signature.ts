import { createHmac } from 'node:crypto';

/**
 * The signature of both gateways (AliExpress Open Platform, "Signature algorithm"): names sorted by their bytes, names and
 * values joined without separators, HMAC-SHA256 with the app secret as upper-case hex. `apiPath` stands in front for /rest
 * calls and is '' for /sync calls. Empty names and values, and `sign` itself, are not signed. Pure.
 */
export function signatureOf(apiPath: string, parameters: Readonly<Record<string, string>>, appSecret: string): string {
  const signed = Object.entries(parameters)
    .filter(([name, value]) => name !== '' && value !== '' && name !== 'sign')
    .sort(([left], [right]) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
    .map(([name, value]) => name + value)
    .join('');
  return createHmac('sha256', appSecret)
    .update(apiPath + signed, 'utf8')
    .digest('hex')
    .toUpperCase();
}
