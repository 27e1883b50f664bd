import { assertNever } from '../../core/shared/assert-never.ts';
import { backoffMs } from '../outbox/backoff.ts';
import type { LabelAnswer, LabelRequest } from '../ports/platform-connector.ts';
import { PRINTER_CONDITIONS, type NotSentReason, type TransportOutcome } from '../ports/printers.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';

/** A label that a platform has not made in this time is an exception for the seller (the documents say about five minutes). */
const LABEL_PATIENCE_MS = 10 * 60_000;
/** Tries of a printer that does not answer; nothing was sent, so trying is safe. */
const PRINTER_TRIES = 3;

interface Now {
  readonly nowMs: number;
  readonly random: number;
  /** Since when the label can be had, where that is later than the key press. */
  readonly labelSinceMs?: number;
}

/** The job after asking for a label. Pure. */
export function afterLabelRequest(job: PrintJobRow, answer: LabelRequest, now: Now): PrintJobRow {
  if (answer.kind === 'requested')
    return { ...job, step: 'label', ticket: answer.ticket, dueAtMs: now.nowMs + answer.afterMs };
  return afterLabelFault(job, answer, now);
}

/** The job after looking for an asked label; 'ready' is the caller's, who keeps the document first. Pure. */
export function afterLabelAnswer(
  job: PrintJobRow,
  answer: Exclude<LabelAnswer, { kind: 'ready' }>,
  now: Now,
): PrintJobRow {
  if (answer.kind !== 'pending') return afterLabelFault(job, answer, now);
  return isLate(job, now) ? failed(job, 'label-late', now) : { ...job, dueAtMs: now.nowMs + answer.afterMs };
}

type Fault = Exclude<LabelAnswer, { kind: 'ready' | 'pending' }>;

function afterLabelFault(job: PrintJobRow, fault: Fault, now: Now): PrintJobRow {
  switch (fault.kind) {
    case 'not-ready': {
      if (isLate(job, now)) return failed(job, 'label-late', now);
      const attempts = job.attempts + 1;
      const afterMs = Math.max(fault.afterMs, Math.min(40_000, backoffMs(attempts, now.random)));
      return { ...job, step: 'label', ticket: null, attempts, dueAtMs: now.nowMs + afterMs };
    }
    case 'failed':
    case 'needs-login':
      return failed(job, fault.code, now);
    default:
      return assertNever(fault);
  }
}

/** What trying again after a second or two may mend; for the rest somebody must come. */
const PASSING: readonly NotSentReason[] = ['refused', 'timeout', 'unreachable', 'unknown-host', 'aborted', 'busy'];

/** What is wrong with the label, and not with its printer. */
const WAYBILLS_FAULT: readonly NotSentReason[] = ['waybill-empty', 'waybill-undecodable'];

/** A job after its bytes were handed to a transport, and what stops its batch there; null: nothing does. */
export interface AfterTransport {
  readonly job: PrintJobRow;
  readonly stopReason: string | null;
}

/**
 * The job after its bytes were handed to a transport. `tries`: how often a printer that does not answer is tried. Pure.
 * What may have left is never sent again by itself.
 */
export function afterTransport(
  job: PrintJobRow,
  outcome: TransportOutcome,
  nowMs: number,
  tries: number = PRINTER_TRIES,
): AfterTransport {
  switch (outcome.kind) {
    case 'sent':
    case 'confirmed': {
      const out = { state: outcome.kind, step: 'done', byteCount: outcome.bytes, settledAtMs: nowMs } as const;
      return { job: { ...job, ...out }, stopReason: null };
    }
    case 'uncertain': {
      const lost = {
        state: 'unknown',
        step: outcome.reason,
        byteCount: outcome.bytesTaken,
        settledAtMs: nowMs,
      } as const;
      return { job: { ...job, ...lost }, stopReason: isCondition(outcome.reason) ? outcome.reason : 'unknown' };
    }
    case 'not-sent': {
      const attempts = job.attempts + 1;
      // The next waybill may be a good one.
      if (WAYBILLS_FAULT.includes(outcome.reason))
        return { job: failed({ ...job, attempts }, outcome.reason, { nowMs }), stopReason: null };
      if (attempts < tries && PASSING.includes(outcome.reason)) {
        const dueAtMs = nowMs + 1_000 * attempts;
        return { job: { ...job, state: 'queued', step: 'printer', attempts, dueAtMs }, stopReason: null };
      }
      const code = `printer-${outcome.reason}`;
      return {
        job: failed({ ...job, attempts }, code, { nowMs }),
        stopReason: isCondition(outcome.reason) ? outcome.reason : code,
      };
    }
    default:
      return assertNever(outcome);
  }
}

function isCondition(reason: string): boolean {
  return (PRINTER_CONDITIONS as readonly string[]).includes(reason);
}

/** The job, stopped for a reason that the seller can mend and retry. */
export function failed(job: PrintJobRow, code: string, now: Pick<Now, 'nowMs'>): PrintJobRow {
  return { ...job, state: 'failed', step: code, settledAtMs: now.nowMs };
}

const isLate = (job: PrintJobRow, now: Now): boolean =>
  now.nowMs - Math.max(job.createdAtMs, now.labelSinceMs ?? 0) > LABEL_PATIENCE_MS;
