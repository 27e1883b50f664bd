import type { HttpFaultKind } from '../../../app/ports/http.ts';
import { type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';

/** Why a call gave no usable answer. */
export type CallFault =
  | { readonly kind: 'transport'; readonly transport: HttpFaultKind }
  /** Not even asked: our own line is too long, or closed because the platform said so. */
  | { readonly kind: 'paced'; readonly afterMs: number }
  | { readonly kind: 'throttled'; readonly afterMs: number }
  /** The block page (302) or the CDN's "Access Denied". */
  | { readonly kind: 'blocked'; readonly afterMs: number }
  | { readonly kind: 'api'; readonly status: number; readonly message: string }
  /** Status 200 around a failure code. */
  | { readonly kind: 'failed-in-200'; readonly message: string }
  /** Status 200 with something that is not the documented JSON. */
  | { readonly kind: 'unexpected-answer' };

type FaultOutcome = PlatformFault['outcome'];

/** 401 of a key that is over; the words are not documented. */
const isKeyOver = (message: string): boolean => /expired/i.test(message) && !/signature/i.test(message);

/** What a 401 says (Coupang Open API, error codes): 'signature-expired' stays only when signing anew did not help. */
export function unauthorizedCode(message: string): string {
  if (/signature is expired/i.test(message)) return 'signature-expired';
  return isKeyOver(message) ? 'key-expired' : 'wrong-key';
}

/** A 403 of the gateway: as a rule the address is not on the key's list (IP_NOT_ALLOWED, "Not allowed IP …"). */
export const forbiddenCode = (message: string): string =>
  /\bip\b|ip_/i.test(message) ? 'ip-not-allowed' : 'forbidden';

/** Our names for refusals by their text, the most telling first; the platform's texts carry ids, so they are not kept. */
const REJECTIONS: readonly (readonly [RegExp, string])[] = [
  [/invalid vendor id|업체 ?id를/i, 'vendor-id-wrong'],
  [/유저 ?id|user of this vendor|wing login/i, 'wing-id-wrong'],
  [/취소 또는 반품|취소.*된 주문/, 'order-cancelled'],
  [/mismatch/i, 'count-mismatch'],
  [/not found|존재하지 않|정보가 없습니다/i, 'not-found'],
  [/운송장|송장|invoice/i, 'invoice-refused'],
];

export const rejectionCode = (message: string): string =>
  REJECTIONS.find(([pattern]) => pattern.test(message))?.[1] ?? 'http-400';

/**
 * What a fault means for one call. A write that may have reached the platform is 'unknown' and is looked at before
 * anything else; a read is simply tried again.
 */
export function faultOutcome(fault: CallFault, purpose: 'read' | 'write'): FaultOutcome {
  const perhaps = (code: string): FaultOutcome =>
    purpose === 'write' ? { kind: 'unknown', code } : { kind: 'retry', code, afterMs: null };
  switch (fault.kind) {
    case 'transport':
      return fault.transport === 'not-sent' ? retry('not-sent', null) : perhaps(fault.transport);
    case 'paced':
    case 'throttled':
      return { kind: 'rate-limited', afterMs: fault.afterMs };
    case 'blocked':
      return retry('blocked', fault.afterMs);
    case 'api':
      return apiOutcome(fault.status, fault.message, perhaps);
    default:
      return perhaps(fault.kind);
  }
}

const retry = (code: string, afterMs: number | null): FaultOutcome => ({ kind: 'retry', code, afterMs });
const MINUTE_MS = 60_000;

/** Statuses whose meaning is the same for every call and which say that nothing was done. */
function apiOutcome(status: number, message: string, perhaps: (code: string) => FaultOutcome): FaultOutcome {
  switch (status) {
    case 400:
      return { kind: 'rejected', code: rejectionCode(message) };
    case 401: {
      const code = unauthorizedCode(message);
      return code === 'signature-expired' ? retry(code, null) : { kind: 'needs-login', code };
    }
    case 403:
      return { kind: 'needs-login', code: forbiddenCode(message) };
    case 404:
      return { kind: 'needs-login', code: 'vendor-id-wrong' };
    case 410:
      return { kind: 'rejected', code: 'method-removed' };
    case 412:
    case 423:
      return retry(`http-${status}`, 10 * MINUTE_MS);
    case 521:
      return retry('provider-down', MINUTE_MS);
    default:
      return status >= 500 || status === 408 || status < 400
        ? perhaps(`http-${status}`)
        : { kind: 'rejected', code: `http-${status}` };
  }
}

/** The fault of a reading call, to be thrown. */
export const readFault = (fault: CallFault): PlatformFault => new PlatformFault(faultOutcome(fault, 'read'));

export const writeOutcome = (fault: CallFault): Outcome => faultOutcome(fault, 'write');

/** True for a fault of one thing that was asked for, which must not stop the others. */
export const isOfThisOne = (fault: CallFault): boolean =>
  fault.kind === 'unexpected-answer' || (fault.kind === 'api' && fault.status === 400);

/** Throws the fault of a reading call; gives the value otherwise. */
export function orThrow<Good extends { readonly ok: true }>(
  result: Good | { readonly ok: false; readonly fault: CallFault },
): Good {
  if (result.ok) return result;
  throw readFault(result.fault);
}
