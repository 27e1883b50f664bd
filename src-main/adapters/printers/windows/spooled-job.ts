import type { NotSentReason, PrinterCondition, TransportOutcome } from '../../../app/ports/printers.ts';
import { blockingCondition } from '../status/dialect.ts';
import { CallTimeout, pause, within } from './call-limit.ts';
import { reasonOfFault } from './windows-fault.ts';
import { conditionOfJob, conditionsOfQueue, JOB_STATUS } from './windows-flags.ts';
import type { WindowsHandle, WindowsSpooler } from './windows-printing.ts';

export interface SpoolTiming {
  /** No call into the spooler takes so long. */
  readonly callMs: number;
  /** A job that has not begun to print after so long is taken back, or it comes out hours later. */
  readonly waitMs: number;
  /** One that has begun gets so long to leave the queue. */
  readonly printMs: number;
  /** A deleted job may stay in the list for so long. */
  readonly removeMs: number;
}

export const SPOOL_TIMING: SpoolTiming = { callMs: 10_000, waitMs: 20_000, printMs: 60_000, removeMs: 2_000 };

/** A job of ours in a queue. */
export interface SpooledJob {
  readonly spooler: WindowsSpooler;
  readonly queue: WindowsHandle;
  readonly jobId: number;
  readonly bytes: number;
  readonly signal: AbortSignal;
  readonly timing: SpoolTiming;
}

const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 250;

/**
 * Watches a job that was handed to the spooler whole until it left the queue for the printer. The spooler forgets jobs
 * that are done, so a job that is gone went out. Never rejects.
 */
export async function followJob(job: SpooledJob): Promise<TransportOutcome> {
  const sent: TransportOutcome = { kind: 'sent', bytes: job.bytes };
  let sinceMs = performance.now();
  let hasBegun = false;
  try {
    for (let delayMs = FIRST_LOOK_MS; ; delayMs = Math.min(LAST_LOOK_MS, delayMs * 1.5)) {
      const status = await statusOf(job);
      if (status === null || isHandedOver(status)) return sent;
      if (isRemoved(status)) return uncertain(job, 'aborted');
      if (!hasBegun && isPrinting(status)) {
        hasBegun = true;
        sinceMs = performance.now();
      }
      if (job.signal.aborted && hasBegun) return uncertain(job, 'aborted');
      const isOverdue = performance.now() - sinceMs >= (hasBegun ? job.timing.printMs : job.timing.waitMs);
      if (job.signal.aborted || isOverdue) return await withdrawJob(job, { isWhole: true, hasBegun, reason: 'busy' });
      await pause(delayMs);
    }
  } catch {
    return uncertain(job, 'queue-held');
  }
}

export interface Withdrawal {
  /** All of it lies in the queue: then a job that is gone was printed. */
  readonly isWhole: boolean;
  /** It was seen on its way to the printer. */
  readonly hasBegun: boolean;
  /** Why it was not sent, where neither the job nor the queue says. */
  readonly reason: NotSentReason;
}

/**
 * Takes a job out of its queue. It is paused first, because a paused job does not begin: what it then says of itself
 * stays true until it is deleted. Never rejects.
 */
export async function withdrawJob(
  job: SpooledJob,
  { isWhole, hasBegun, reason }: Withdrawal,
): Promise<TransportOutcome> {
  try {
    if (!hasBegun) await control(job, 'pause');
    const status = await statusOf(job);
    if (status === null || isHandedOver(status))
      return isWhole ? { kind: 'sent', bytes: job.bytes } : uncertain(job, 'aborted');
    const condition = conditionOfJob(status) ?? (await queueCondition(job));
    await control(job, 'delete');
    const end = await removal(job);
    if (hasBegun || isPrinting(status) || end === 'printing') return uncertain(job, condition ?? 'queue-held');
    if (end === 'held') return uncertain(job, 'queue-held');
    return { kind: 'not-sent', reason: job.signal.aborted ? 'aborted' : (condition ?? reason) };
  } catch {
    return uncertain(job, 'queue-held');
  }
}

/** Why nothing was sent, where a call failed before the job began. */
export function reasonOfCall(fault: unknown): NotSentReason {
  return fault instanceof CallTimeout ? 'timeout' : reasonOfFault(fault);
}

/** Whether the job is really out of the queue. One that hangs in "deleting" is, unless it is being printed. */
async function removal(job: SpooledJob): Promise<'gone' | 'printing' | 'held'> {
  const endMs = performance.now() + job.timing.removeMs;
  for (;;) {
    const status = await statusOf(job);
    if (status !== null && (isPrinting(status) || isHandedOver(status))) return 'printing';
    if (status === null || isRemoved(status)) return 'gone';
    if (performance.now() >= endMs) return 'held';
    await pause(FIRST_LOOK_MS);
  }
}

async function queueCondition({ spooler, queue, timing }: SpooledJob): Promise<PrinterCondition | null> {
  const state = await within(timing.callMs, spooler.queueOf(queue));
  return blockingCondition(conditionsOfQueue(state));
}

/** A refused order is not the end: what became of the job is read afterwards. */
async function control({ spooler, queue, jobId, timing }: SpooledJob, what: 'pause' | 'delete'): Promise<void> {
  await within(timing.callMs, spooler.controlJob(queue, jobId, what)).catch(() => undefined);
}

function statusOf({ spooler, queue, jobId, timing }: SpooledJob): Promise<number | null> {
  return within(timing.callMs, spooler.jobStatus(queue, jobId));
}

function isPrinting(status: number): boolean {
  return (status & JOB_STATUS.printing) !== 0;
}

function isHandedOver(status: number): boolean {
  return (status & (JOB_STATUS.printed | JOB_STATUS.complete)) !== 0;
}

function isRemoved(status: number): boolean {
  return (status & (JOB_STATUS.deleting | JOB_STATUS.deleted)) !== 0;
}

type UncertainReason = Extract<TransportOutcome, { readonly kind: 'uncertain' }>['reason'];

function uncertain(job: SpooledJob, reason: UncertainReason): TransportOutcome {
  return { kind: 'uncertain', bytesTaken: job.bytes, reason };
}
