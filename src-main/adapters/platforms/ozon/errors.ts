import type { HttpFaultKind } from '../../../app/ports/http.ts';
import { type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ApiError } from './error-body.ts';
import type { OzonTimings } from './timings.ts';

/** Why a call gave no usable answer. */
export type CallFault =
  | { readonly kind: 'transport'; readonly transport: HttpFaultKind }
  /** Our own pace has no room for it yet; nothing was sent. */
  | { readonly kind: 'paced'; readonly afterMs: number }
  | { readonly kind: 'api'; readonly error: ApiError; readonly retryAfterMs: number | null }
  /** Status 200 with something that is not the documented JSON. */
  | { readonly kind: 'unexpected-answer' };

type FaultOutcome = PlatformFault['outcome'];

/** Faults of the key or the account, by their text (ozon.md §1, table of errors). They stop every call alike. */
const ACCESS_FAULTS: readonly (readonly [RegExp, string])[] = [
  [/deactivated/i, 'key-deactivated'],
  [/restricted to specific ip/i, 'ip-not-allowed'],
  [/offer not signed/i, 'offer-not-signed'],
  [/invalid api-key|check the key|client-id and api-key|invalid client-id/i, 'wrong-key'],
];

/** Words that Ozon's texts stand for where they carry no machine word. */
const REJECTIONS: readonly (readonly [RegExp, string])[] = [
  [/required role/i, 'missing-role'],
  [/existing subscription/i, 'subscription-missing'],
  [/method is not allowed/i, 'method-removed'],
  [/request validation error/i, 'request-invalid'],
  [/label not allowed for delivered/i, 'label-not-allowed'],
];

/** Machine words whose meaning the app knows by its own name. */
const WORD_CODES: Readonly<Record<string, string>> = {
  EXEMPLAR_INFO_NOT_FILLED_COMPLETELY: 'exemplar-data-needed',
  WEIGHT_IS_REQUIRED: 'exemplar-data-needed',
};

/** The access fault behind a 401 or 403, or null when it is about this one method or posting. */
export function accessFault(error: ApiError): string | null {
  if (error.status !== 401 && error.status !== 403) return null;
  const named = ACCESS_FAULTS.find(([pattern]) => pattern.test(error.message))?.[1];
  return named ?? (error.status === 401 || error.grpcCode === '16' ? 'wrong-key' : null);
}

/** A short code for a refusal: our own name, Ozon's machine word, or the HTTP status. Holds no free text. */
export function rejectionCode(error: ApiError): string {
  const named = REJECTIONS.find(([pattern]) => pattern.test(error.message))?.[1];
  if (named !== undefined) return named;
  if (error.word !== null) return WORD_CODES[error.word] ?? error.word;
  if (error.status === 404) return error.grpcCode === '5' ? 'not-found' : 'method-removed';
  return `http-${error.status}`;
}

/** True for the circuit breaker's text, under whatever status it comes. */
export const isCircuitOpen = (error: ApiError): boolean => /circle is open/i.test(error.message);

/** True when the answer says that the posting (or task) does not exist; a removed method does not say so. */
export const isNotFound = (error: ApiError): boolean =>
  error.status === 404 && error.isJson && (error.grpcCode === '5' || /NOT_?FOUND/i.test(error.word ?? ''));

/**
 * What a fault means for one call. A write that may have reached the platform is 'unknown' and is confirmed before
 * anything else; a read is simply tried again.
 */
export function faultOutcome(fault: CallFault, purpose: 'read' | 'write', timings: OzonTimings): FaultOutcome {
  const perhaps = (code: string): FaultOutcome =>
    purpose === 'write' ? { kind: 'unknown', code } : { kind: 'retry', code, afterMs: null };
  if (fault.kind === 'paced') return { kind: 'rate-limited', afterMs: fault.afterMs };
  if (fault.kind === 'unexpected-answer') return perhaps('unexpected-answer');
  if (fault.kind === 'transport') {
    return fault.transport === 'not-sent'
      ? { kind: 'retry', code: 'not-sent', afterMs: null }
      : perhaps(fault.transport);
  }
  return apiOutcome(fault.error, fault.retryAfterMs, perhaps, timings);
}

function apiOutcome(
  error: ApiError,
  retryAfterMs: number | null,
  perhaps: (code: string) => FaultOutcome,
  timings: OzonTimings,
): FaultOutcome {
  const { status } = error;
  if (isCircuitOpen(error))
    return { kind: 'retry', code: 'circuit-open', afterMs: retryAfterMs ?? timings.circuitOpenMs };
  if (status === 429 || error.grpcCode === '8')
    return { kind: 'rate-limited', afterMs: retryAfterMs ?? timings.rateLimitMs };
  if (status >= 500 || status === 408 || status < 400) return perhaps(`http-${status}`);
  const access = accessFault(error);
  if (access !== null) return { kind: 'needs-login', code: access };
  // A page instead of JSON is a filter before the API: the call did not get through, but will another time.
  if (status === 403 && !error.isJson)
    return { kind: 'retry', code: 'http-403', afterMs: retryAfterMs ?? timings.circuitOpenMs };
  return { kind: 'rejected', code: rejectionCode(error) };
}

/** The fault of a reading call as the port wants it thrown. */
export function readFault(fault: CallFault, timings: OzonTimings): PlatformFault {
  return new PlatformFault(faultOutcome(fault, 'read', timings));
}

/** True for the outcome that a posting or label is not there yet, by Ozon's several wordings (ozon.md §6). */
export const saysNotReady = (text: string): boolean =>
  /(aren't|are not|isn't|is not|not yet) ready|NOT_READY/i.test(text);

/** The outcome's code, for the ports that only carry one. */
export function outcomeCode(outcome: Outcome): string {
  return 'code' in outcome ? outcome.code : outcome.kind;
}
