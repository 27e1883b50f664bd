import { createHmac } from 'node:crypto';

/** What an `Authorization` header of the platform says (coupang.md section 2). */
export interface Authorization {
  accessKey: string;
  signedDate: string;
  signature: string;
}

const headerForm =
  /^CEA algorithm=HmacSHA256, access-key=([^,\s]+), signed-date=(\d{6}T\d{6}Z), signature=([0-9a-f]{64})$/u;

/** Null unless the header has the form to the letter. */
export function readAuthorization(header: string): Authorization | null {
  const match = headerForm.exec(header);
  if (match === null) return null;
  const [, accessKey = '', signedDate = '', signature = ''] = match;
  return { accessKey, signedDate, signature };
}

/**
 * Lower-case hex of HMAC-SHA256 over date, method, path and query without separators; `target` is path and query byte for byte as they
 * came over the wire, and only the first `?` is left out.
 */
export function signatureOf(
  secretKey: string,
  request: { signedDate: string; method: string; target: string },
): string {
  const message = request.signedDate + request.method + request.target.replace('?', '');
  return createHmac('sha256', secretKey).update(message).digest('hex');
}

/** `261115T010203Z` as UTC; null when there is no such moment. */
export function signedAtMs(signedDate: string): number | null {
  const digits = /^(\d\d)(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(signedDate);
  if (digits === null) return null;
  const [, year, month, date, hours, minutes, seconds] = digits;
  const atMs = Date.parse(`20${year}-${month}-${date}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(atMs) ? null : atMs;
}
