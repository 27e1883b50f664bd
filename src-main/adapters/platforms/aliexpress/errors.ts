import type { HttpFaultKind } from '../../../app/ports/http.ts';
import { type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ApiError } from './error-body.ts';
import { codeWord } from './nodes.ts';
import type { AliTimings } from './timings.ts';

/** Why a call gave no usable answer. */
export type CallFault =
  | { readonly kind: 'transport'; readonly transport: HttpFaultKind }
  | { readonly kind: 'http'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'api'; readonly error: ApiError }
  /** Something that is not the documented JSON. */
  | { readonly kind: 'unexpected-answer' }
  /** Our own line was too long: nothing was sent. */
  | { readonly kind: 'paced'; readonly afterMs: number }
  /** No token, and none to be had without the seller. */
  | { readonly kind: 'no-session'; readonly code: string };

export type FaultOutcome = PlatformFault['outcome'];

/** Gateway codes that only the seller can mend (Open Platform, error codes; the last ones are of the same gateway family). */
const LOGIN_CODES: Readonly<Record<string, string>> = {
  IncompleteSignature: 'wrong-key',
  InvalidAppKey: 'wrong-key',
  MissingAppKey: 'wrong-key',
  InvalidCode: 'code-invalid',
  InvalidRefreshToken: 'token-expired',
  IllegalRefreshToken: 'token-expired',
  IllegalAccessToken: 'token-expired',
  AppWhiteIpLimit: 'ip-not-allowed',
  IllegalTimestamp: 'clock-off',
};

/** Codes of a refusal that the app knows by its own name. */
const REJECTIONS: Readonly<Record<string, string>> = {
  InsufficientPermission: 'missing-role',
  InvalidApiPath: 'method-removed',
  MissingParameter: 'request-invalid',
  InvalidParameter: 'request-invalid',
};

export const loginCode = ({ code }: ApiError): string | null =>
  Object.hasOwn(LOGIN_CODES, code) ? (LOGIN_CODES[code] ?? null) : null;

/** A short code for a refusal; holds no free text. */
export const rejectionCode = ({ code }: ApiError): string =>
  Object.hasOwn(REJECTIONS, code) ? (REJECTIONS[code] ?? code) : codeWord(code);

/** "this ban will last N more seconds" → milliseconds, at most an hour; null for any other error. */
export function banMs({ code, message }: ApiError, timings: AliTimings): number | null {
  if (!/CallLimit|frequency/i.test(code)) return null;
  const seconds = Number(/(\d{1,6})\s*(?:more\s*)?second/i.exec(message)?.[1] ?? Number.NaN);
  return Number.isNaN(seconds) ? timings.rateLimitMs : Math.min(seconds * 1_000, 3_600_000);
}

/**
 * What a fault means for one call. A write that may have reached the platform is 'unknown' and is confirmed before
 * anything else; a read is simply tried again.
 */
export function faultOutcome(fault: CallFault, purpose: 'read' | 'write', timings: AliTimings): FaultOutcome {
  const perhaps = (code: string): FaultOutcome =>
    purpose === 'write' ? { kind: 'unknown', code } : { kind: 'retry', code, afterMs: null };
  switch (fault.kind) {
    case 'unexpected-answer':
      return perhaps('unexpected-answer');
    case 'transport':
      return fault.transport === 'not-sent'
        ? { kind: 'retry', code: 'not-sent', afterMs: null }
        : perhaps(fault.transport);
    case 'http':
      return fault.status === 429
        ? { kind: 'rate-limited', afterMs: fault.retryAfterMs ?? timings.rateLimitMs }
        : perhaps(`http-${fault.status}`);
    case 'paced':
      return { kind: 'rate-limited', afterMs: fault.afterMs };
    case 'no-session':
      return { kind: 'needs-login', code: fault.code };
    case 'api':
      return apiOutcome(fault.error, perhaps, timings);
  }
}

function apiOutcome(error: ApiError, perhaps: (code: string) => FaultOutcome, timings: AliTimings): FaultOutcome {
  const waitMs = banMs(error, timings);
  if (waitMs !== null) return { kind: 'rate-limited', afterMs: waitMs };
  const login = loginCode(error);
  if (login !== null) return { kind: 'needs-login', code: login };
  // The gateway's own words before it has passed the call on; any other trouble of the platform may have come after.
  if (/^ServiceUnavailable$/i.test(error.code)) return { kind: 'retry', code: 'service-unavailable', afterMs: null };
  if (error.type === 'SYSTEM' || /timeout|unavailable|system/i.test(error.code)) return perhaps(codeWord(error.code));
  return { kind: 'rejected', code: rejectionCode(error) };
}

/** The fault of a reading call as the port wants it thrown. */
export function readFault(fault: CallFault, timings: AliTimings): PlatformFault {
  return new PlatformFault(faultOutcome(fault, 'read', timings));
}

/** The outcome's code, for the ports that only carry one. */
export function outcomeCode(outcome: Outcome): string {
  return 'code' in outcome ? outcome.code : outcome.kind;
}

/** Throws the fault of a reading call; gives the answer otherwise. */
export function orThrow<Good extends { readonly ok: true }>(
  result: Good | { readonly ok: false; readonly fault: CallFault },
  timings: AliTimings,
): Good {
  if (result.ok) return result;
  throw readFault(result.fault, timings);
}
