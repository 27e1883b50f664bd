import { headerText, type Asked } from '../../kit/http/asked.ts';
import { Refusal, unauthorized } from '../refusal.ts';
import type { CoupangVendor } from '../world.ts';
import { readAuthorization, signatureOf, signedAtMs } from './signature.ts';

/** The platform's own tolerance is nowhere published; five minutes are this simulator's (coupang.md section 13). */
const mostSkewMs = 5 * 60_000;

/**
 * Throws unless the request comes from an allowed address, is signed byte for byte with a live key, and just now. The words of the
 * expired signature and of the address are the platform's; the others are this simulator's own.
 */
export function checkAccess(asked: Asked, vendor: CoupangVendor, nowMs: number): void {
  if (!vendor.allowedIps.includes(vendor.seenFromIp)) throw refusedIp(vendor.seenFromIp);
  const authorization = readAuthorization(headerText(asked.headers, 'authorization'));
  if (authorization === null) throw unauthorized('HMAC format is invalid.');
  if (authorization.accessKey !== vendor.accessKey) throw unauthorized('Unknown access key.');
  if (nowMs >= vendor.keyExpiresAtMs) throw unauthorized('The access key is expired.');
  const atMs = signedAtMs(authorization.signedDate);
  if (atMs === null || Math.abs(atMs - nowMs) > mostSkewMs) throw expiredSignature();
  const { signedDate } = authorization;
  const expected = signatureOf(vendor.secretKey, { signedDate, method: asked.method, target: asked.target });
  if (authorization.signature !== expected) throw unauthorized('Invalid signature.');
}

export function expiredSignature(): Refusal {
  return unauthorized('Specified signature is expired.');
}

export function refusedIp(ip: string): Refusal {
  return new Refusal(403, `IP_NOT_ALLOWED: [FORBIDDEN] Not allowed IP ${ip}`);
}
