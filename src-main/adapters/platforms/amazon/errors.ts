import type { HttpFaultKind } from '../../../app/ports/http.ts';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ApiError } from './error-body.ts';

/** Why a call gave no usable answer. */
export type CallFault =
  | { readonly kind: 'transport'; readonly transport: HttpFaultKind }
  | { readonly kind: 'api'; readonly error: ApiError; readonly afterMs: number | null }
  /** A 2xx with something that is not the documented JSON. */
  | { readonly kind: 'unexpected-answer' }
  /** Our own bucket is empty; nothing was sent. */
  | { readonly kind: 'paced'; readonly afterMs: number }
  /** Login with Amazon refused the keys, or was not there; nothing was sent to the API. `detail` names settings, never values. */
  | { readonly kind: 'login-refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'login-away'; readonly code: string };

type FaultOutcome = PlatformFault['outcome'];

/** What refusals say in their message, as short codes (Orders API v0 confirmShipment; Tokens API; Shipping API v2). */
const REJECTIONS: readonly (readonly [RegExp, string])[] = [
  [/PackageToUpdateNotFound|already fulfilled/i, 'package-not-found'],
  [/does not match the expected format/i, 'tracking-number-format'],
  [/exceeds the quantity/i, 'quantity-exceeded'],
  [/FBM_SHIP_PLUS/i, 'fbm-ship-plus'],
  [/fulfilled by Amazon/i, 'fulfilled-by-amazon'],
  [/transparency/i, 'transparency-codes-needed'],
  [/carrierName is required/i, 'carrier-name-missing'],
  [/does not have access to one or more requested data elements/i, 'missing-role'],
  [/PackageReferenceId/i, 'package-reference-invalid'],
  [/cannot be confirmed in status/i, 'order-not-open'],
  [/credit card|payment method/i, 'account-card-expired'],
];

/** True for a 403 that names the access token: another one may work. */
export const isTokenFault = ({ status, details }: ApiError): boolean => status === 403 && /token/i.test(details);

/** True for a 403 without a reason: a role, a marketplace or a restricted token is missing. */
export const isDenied = (fault: CallFault): boolean =>
  fault.kind === 'api' && fault.error.status === 403 && fault.error.isJson && !isTokenFault(fault.error);

export const isBadRequest = (fault: CallFault): boolean =>
  fault.kind === 'api' && fault.error.status === 400 && fault.error.isJson;

export const isNotFound = (fault: CallFault): boolean =>
  fault.kind === 'api' && fault.error.status === 404 && fault.error.isJson;

/** A short code for a refusal: our own name, the platform's code word, or the HTTP status. Holds no free text. */
export function rejectionCode(error: ApiError): string {
  const named = REJECTIONS.find(([pattern]) => pattern.test(`${error.message} ${error.details}`))?.[1];
  if (named !== undefined) return named;
  if (error.status === 404) return 'not-found';
  const word = error.code.replace(/[^A-Za-z_]/g, '');
  return word === '' ? `http-${error.status}` : word.slice(0, 60);
}

/**
 * What a fault means for one call. A write that may have reached the platform is 'unknown' and is confirmed before
 * anything else; a read is simply tried again.
 */
export function faultOutcome(fault: CallFault, purpose: 'read' | 'write'): FaultOutcome {
  const perhaps = (code: string): FaultOutcome =>
    purpose === 'write' ? { kind: 'unknown', code } : { kind: 'retry', code, afterMs: null };
  switch (fault.kind) {
    case 'paced':
      return { kind: 'rate-limited', afterMs: fault.afterMs };
    case 'login-refused':
      return { kind: 'needs-login', code: fault.code };
    case 'login-away':
      return { kind: 'retry', code: fault.code, afterMs: null };
    case 'unexpected-answer':
      return perhaps('unexpected-answer');
    case 'transport':
      return fault.transport === 'not-sent'
        ? { kind: 'retry', code: 'not-sent', afterMs: null }
        : perhaps(fault.transport);
    case 'api':
      return apiOutcome(fault.error, fault.afterMs, perhaps);
  }
}

function apiOutcome(error: ApiError, afterMs: number | null, perhaps: (code: string) => FaultOutcome): FaultOutcome {
  const { status } = error;
  if (status === 429) return { kind: 'rate-limited', afterMs: afterMs ?? 1_000 };
  // The service's own word that it did not take the request; a 503 of somebody before it says nothing.
  if (status === 503 && error.code === 'ServiceUnavailable')
    return { kind: 'retry', code: 'service-unavailable', afterMs };
  if (status >= 500 || status === 408 || status < 400) return perhaps(`http-${status}`);
  // A page instead of JSON is the gateway: the call did not get through.
  if (!error.isJson) return { kind: 'retry', code: `http-${status}`, afterMs };
  if (status === 401) return { kind: 'needs-login', code: 'wrong-key' };
  if (status !== 403) return { kind: 'rejected', code: rejectionCode(error) };
  if (/secret/i.test(error.details)) return { kind: 'needs-login', code: 'secret-expired' };
  if (isTokenFault(error)) return { kind: 'needs-login', code: 'wrong-key' };
  return { kind: 'rejected', code: 'missing-role' };
}

/** The code of an outcome, for answers that have no outcome of their own. */
export const outcomeCode = (outcome: FaultOutcome): string => ('code' in outcome ? outcome.code : outcome.kind);

/** Throws the fault of a reading call; gives the answer otherwise. */
export function orThrow<Good extends { readonly ok: true }>(
  result: Good | { readonly ok: false; readonly fault: CallFault },
): Good {
  if (result.ok) return result;
  throw new PlatformFault(faultOutcome(result.fault, 'read'));
}
