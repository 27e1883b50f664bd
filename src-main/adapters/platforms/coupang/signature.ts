import { createHmac } from 'node:crypto';

export interface SignedCall {
  readonly method: string;
  /** Path and query byte for byte as they go over the wire. */
  readonly target: string;
  readonly atMs: number;
}

/** `yyMMdd'T'HHmmss'Z'` in UTC: the only time of this platform that is not Seoul's. */
export const signedDate = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(2, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * The value of the Authorization header: HMAC-SHA256 over date, method, path and query without separators and without
 * the question mark (Coupang Open API, "HMAC signature").
 */
export function authorizationOf(
  keys: { readonly accessKey: string; readonly secretKey: string },
  call: SignedCall,
): string {
  const date = signedDate(call.atMs);
  const message = date + call.method + call.target.replace('?', '');
  const signature = createHmac('sha256', keys.secretKey).update(message).digest('hex');
  return `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${date}, signature=${signature}`;
}
