import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { PlatformFault } from '../ports/platform-connector.ts';

/** Why a round of reading ended before its time. */
export interface RoundFault {
  readonly ok: false;
  readonly code: string;
  /** When the platform, or our own pace, lets us in again; null: nobody said. */
  readonly afterMs: number | null;
  /** Nothing left this machine: the network is down, or the platform's name leads nowhere. */
  readonly isNotSent: boolean;
}

/** What a fault of a reading call means for the shop's health. Errors of our own are logged and rethrown by nobody. */
export function faultOf(deps: Pick<AppDeps, 'log'>, error: unknown): RoundFault {
  if (!(error instanceof PlatformFault)) {
    deps.log.error('sync-failed', { error: errorText(error) });
    return { ok: false, code: 'internal', afterMs: null, isNotSent: false };
  }
  const { outcome } = error;
  if (outcome.kind === 'rate-limited')
    return { ok: false, code: 'rate-limited', afterMs: outcome.afterMs, isNotSent: false };
  const afterMs = outcome.kind === 'retry' ? outcome.afterMs : null;
  return { ok: false, code: healthCode(outcome.code), afterMs, isNotSent: outcome.code === 'not-sent' };
}

/** For a reading call it does not matter how far the request came: the platform cannot be reached. */
function healthCode(code: string): string {
  return NO_ANSWER.includes(code) ? 'unreachable' : code;
}

const NO_ANSWER = ['not-sent', 'timeout', 'broken', 'aborted'];
