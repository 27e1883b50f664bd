import { assertNever } from '../../core/shared/assert-never.ts';
import type { Confirmation, Outcome } from '../ports/platform-connector.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import { backoffMs } from './backoff.ts';

/** Tries after which a refused or failing effect is kept for the seller instead of tried again. */
export const MAX_ATTEMPTS = 8;
/** How long the platform may take to show what it accepted. */
const CONFIRM_PATIENCE_MS = 30 * 60_000;
/** How long nobody may be able to say; a night without network is no reason to give up. */
const ASK_PATIENCE_MS = 24 * 3_600_000;

interface Now {
  readonly nowMs: number;
  readonly random: number;
}

/** The row after a push. Pure. An unclear answer becomes 'unconfirmed': it is asked about before anything is sent again. */
export function afterPush(row: EffectRow, outcome: Outcome, now: Now): EffectRow {
  const { nowMs } = now;
  switch (outcome.kind) {
    case 'done':
      return settled(row, 'done', null, nowMs);
    case 'accepted':
      return { ...row, state: 'unconfirmed', dueAtMs: nowMs + outcome.confirmAfterMs, lastCode: null };
    case 'unknown':
      return doubted(row, outcome.code, now);
    case 'rejected':
      return settled(row, 'gave-up', outcome.code, nowMs);
    case 'rate-limited':
      return waiting({ ...row, attempts: row.attempts - 1 }, outcome.afterMs, 'rate-limited', nowMs);
    case 'needs-login':
      return waiting({ ...row, attempts: row.attempts - 1 }, backoffMs(8, now.random), outcome.code, nowMs);
    case 'retry':
      return row.attempts >= MAX_ATTEMPTS && outcome.code !== 'not-sent'
        ? settled(row, 'gave-up', outcome.code, nowMs)
        : waiting(row, outcome.afterMs ?? backoffMs(row.attempts, now.random), outcome.code, nowMs);
    default:
      return assertNever(outcome);
  }
}

/**
 * The row of which nobody knows whether it was taken: it is asked about before anything is sent again. A look that
 * comes too early finds nothing and leads to a second push, so a change gets the minute that a platform may need to
 * show it; only a confirm is looked for soon, because its label is waited for and its packing shows at once. Pure.
 */
export function doubted(row: EffectRow, lastCode: string, { nowMs, random }: Now): EffectRow {
  const lookAfterMs = backoffMs(row.effect.kind === 'confirm' ? 1 : 6, random);
  return { ...row, state: 'unconfirmed', dueAtMs: nowMs + lookAfterMs, lastCode };
}

/** The row after asking the platform whether an unclear or accepted push took effect. Pure. */
export function afterConfirm(row: EffectRow, answer: Confirmation, now: Now): EffectRow {
  const { nowMs } = now;
  const waitedMs = nowMs - (row.startedAtMs ?? row.createdAtMs);
  switch (answer.kind) {
    case 'done':
      return settled(row, 'done', null, nowMs);
    case 'failed':
      return settled(row, 'gave-up', answer.code, nowMs);
    case 'not-done':
      return row.attempts >= MAX_ATTEMPTS
        ? settled(row, 'gave-up', 'not-done', nowMs)
        : waiting(row, backoffMs(row.attempts, now.random), row.lastCode ?? 'not-done', nowMs);
    case 'pending':
      return waitedMs > CONFIRM_PATIENCE_MS
        ? settled(row, 'gave-up', 'confirm-timeout', nowMs)
        : { ...row, state: 'unconfirmed', dueAtMs: nowMs + answer.afterMs };
    case 'unknown':
      return waitedMs > ASK_PATIENCE_MS
        ? settled(row, 'gave-up', answer.code, nowMs)
        : { ...row, state: 'unconfirmed', dueAtMs: nowMs + backoffMs(3, now.random), lastCode: answer.code };
    default:
      return assertNever(answer);
  }
}

/** True for a row that was tried and given back because nothing could be sent, or nobody was let in. Pure. */
export function isWaitingForAccess(row: EffectRow): boolean {
  const isGivenBack = row.attempts === 0 && row.lastCode !== null && row.lastCode !== 'rate-limited';
  return row.state === 'queued' && (isGivenBack || row.lastCode === 'not-sent');
}

function settled(row: EffectRow, state: 'done' | 'gave-up', lastCode: string | null, nowMs: number): EffectRow {
  return { ...row, state, lastCode, settledAtMs: nowMs };
}

function waiting(row: EffectRow, afterMs: number, lastCode: string, nowMs: number): EffectRow {
  return { ...row, state: 'queued', dueAtMs: nowMs + afterMs, lastCode };
}
