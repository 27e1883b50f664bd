import type { HttpFaultKind } from '../../../app/ports/http.ts';
import { type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ApiName } from './apis.ts';
import { type ApiError, suffixOf } from './error-body.ts';
import type { TaobaoTimings } from './timings.ts';

/** Why a call gave no usable answer. */
export type CallFault =
  | { readonly kind: 'transport'; readonly transport: HttpFaultKind }
  | { readonly kind: 'api'; readonly api: ApiName; readonly error: ApiError }
  | { readonly kind: 'http'; readonly status: number; readonly retryAfterMs: number | null }
  /** Our own pace let nothing through in time. */
  | { readonly kind: 'paced'; readonly afterMs: number }
  | { readonly kind: 'login'; readonly code: string }
  /** Something that is not the documented JSON. */
  | { readonly kind: 'unexpected-answer' };

export type Refused = { readonly ok: false; readonly fault: CallFault };
export type FaultOutcome = PlatformFault['outcome'];

const MAX_BAN_MS = 24 * 3_600_000;

/** Gateway codes that speak of the key, the token or the place of the caller (错误码, 平台级). */
const LOGIN_CODES: Readonly<Record<number, string>> = {
  24: 'wrong-key',
  25: 'wrong-key',
  26: 'token-expired',
  27: 'token-expired',
  28: 'wrong-key',
  29: 'wrong-key',
};

/** Suffixes of the shipping services that mean "not now" (B150, S01); CLOSE_TRADE_TOO_FAST: ten seconds after its making. */
const LATER: ReadonlySet<string> = new Set(['B150', 'S01', 'CLOSE_TRADE_TOO_FAST']);

/** True for "there is no such trade", in the words of the order and the shipping services. */
export const isTradeUnknown = (fault: CallFault): boolean =>
  fault.kind === 'api' && /trade-not-exist|^isv\.invalid-parameter:tid$/.test(fault.error.subCode);

/** Why the key cannot be used at all; null when the error is about something else. */
export function loginCode(error: ApiError): string | null {
  if (error.subCode.includes('ip-whitelist')) return 'ip-not-allowed';
  return LOGIN_CODES[error.code] ?? (/session-?(expired|key)/i.test(error.subCode) ? 'token-expired' : null);
}

/** True where the app lacks the permission package of the API that was asked. */
export const isRoleMissing = ({ code, subCode }: ApiError): boolean => code === 11 && !subCode.includes('ip-whitelist');

/** How long the platform wants no more calls; null when it did not say that. */
export function banMs({ code, subCode, subMessage }: ApiError, timings: TaobaoTimings): number | null {
  if (code !== 7 && code !== 8 && !subCode.startsWith('accesscontrol.')) return null;
  const seconds = /last for (\d{1,8}) more second/i.exec(subMessage)?.[1];
  return seconds === undefined ? timings.rateLimitMs : Math.min(Number(seconds) * 1000, MAX_BAN_MS);
}

/**
 * What a fault means for one call. A write that may have reached the platform is 'unknown' and is confirmed before
 * anything else; a read is simply tried again.
 */
export function faultOutcome(fault: CallFault, purpose: 'read' | 'write', timings: TaobaoTimings): FaultOutcome {
  const perhaps = (code: string): FaultOutcome =>
    purpose === 'write' ? { kind: 'unknown', code } : { kind: 'retry', code, afterMs: null };
  switch (fault.kind) {
    case 'transport':
      return fault.transport === 'not-sent'
        ? { kind: 'retry', code: 'not-sent', afterMs: null }
        : perhaps(fault.transport);
    case 'unexpected-answer':
      return perhaps('unexpected-answer');
    case 'http':
      return fault.status === 429
        ? { kind: 'rate-limited', afterMs: fault.retryAfterMs ?? timings.rateLimitMs }
        : perhaps(`http-${fault.status}`);
    case 'paced':
      return { kind: 'rate-limited', afterMs: fault.afterMs };
    case 'login':
      return { kind: 'needs-login', code: fault.code };
    case 'api':
      return apiOutcome(fault.api, fault.error, perhaps, timings);
  }
}

function apiOutcome(
  api: ApiName,
  error: ApiError,
  perhaps: (code: string) => FaultOutcome,
  timings: TaobaoTimings,
): FaultOutcome {
  const limitedMs = banMs(error, timings);
  if (limitedMs !== null) return { kind: 'rate-limited', afterMs: limitedMs };
  const login = loginCode(error);
  if (login !== null) return { kind: 'needs-login', code: login };
  if (isRoleMissing(error)) return { kind: 'rejected', code: `missing-role:${api}` };
  // The gateway never handed the call on.
  if (error.code === 10) return { kind: 'retry', code: 'service-unavailable', afterMs: timings.tryAgainMs };
  if (error.code === 30 || error.code === 31) return { kind: 'retry', code: 'clock-off', afterMs: timings.tryAgainMs };
  if (LATER.has(suffixOf(error))) return { kind: 'retry', code: suffixOf(error), afterMs: timings.tryAgainMs };
  // isp.*: the platform's own trouble, of which nobody can say whether it came before or after the deed.
  if (error.subCode.startsWith('isp.')) return perhaps(safe(error.subCode));
  if (error.subCode === '' && (error.code === 15 || error.code === 50)) return perhaps('remote-service-error');
  return { kind: 'rejected', code: rejectionCode(error) };
}

/** A short code for a refusal; holds no free text. */
export function rejectionCode(error: ApiError): string {
  if (error.code === 12) return 'user-permission-missing';
  return error.subCode === '' ? `top-${error.code}` : safe(error.subCode.replace(/^isv\./, ''));
}

/** The fault of a reading call as the port wants it thrown. */
export const readFault = (fault: CallFault, timings: TaobaoTimings): PlatformFault =>
  new PlatformFault(faultOutcome(fault, 'read', timings));

/** Throws the fault of a reading call; gives the value otherwise. */
export function orThrow<Good extends { readonly ok: true }>(result: Good | Refused, timings: TaobaoTimings): Good {
  if (result.ok) return result;
  throw readFault(result.fault, timings);
}

/** The outcome's code, for the ports that only carry one. */
export const outcomeCode = (outcome: Outcome): string => ('code' in outcome ? outcome.code : outcome.kind);

export const UNEXPECTED: Refused = { ok: false, fault: { kind: 'unexpected-answer' } };

/** A platform's word, cut down to what may stand in a code. */
export const safe = (word: string): string => word.replace(/[^\w.:-]+/g, '_').slice(0, 80);
