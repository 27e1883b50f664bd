import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';

/** How a job is drawn: five looks for eight states. */
export type JobLook = 'waiting' | 'busy' | 'sent' | 'ask' | 'failed' | 'cancelled';

const LOOKS: Readonly<Record<PrintJobView['state'], JobLook>> = {
  waiting: 'waiting',
  queued: 'waiting',
  sending: 'busy',
  sent: 'sent',
  confirmed: 'sent',
  unknown: 'ask',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function lookOf(job: PrintJobView): JobLook {
  return LOOKS[job.state];
}

/** Jobs that were asked for in one go, numbered from 1 as they were sent. */
export interface Batch {
  readonly id: string;
  readonly atMs: number;
  readonly jobs: readonly PrintJobView[];
}

/** One key press queues its jobs within moments; a longer pause starts a new batch. */
const BATCH_GAP_MS = 3_000;

/** Batches of the day, newest first; the jobs of a batch in the order they were asked for. */
export function batches(jobs: readonly PrintJobView[]): Batch[] {
  const inOrder = [...jobs].sort(
    (left, right) => left.createdAtMs - right.createdAtMs || (left.id < right.id ? -1 : 1),
  );
  const found: { atMs: number; lastMs: number; jobs: PrintJobView[] }[] = [];
  for (const job of inOrder) {
    const last = found.at(-1);
    if (last === undefined || job.createdAtMs - last.lastMs > BATCH_GAP_MS) {
      found.push({ atMs: job.createdAtMs, lastMs: job.createdAtMs, jobs: [job] });
    } else {
      last.jobs.push(job);
      last.lastMs = job.createdAtMs;
    }
  }
  return found
    .map(({ atMs, jobs: batched }) => ({ id: batched[0]?.id ?? String(atMs), atMs, jobs: batched }))
    .reverse();
}

export interface JobCounts {
  readonly total: number;
  readonly sent: number;
  readonly waiting: number;
  readonly ask: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly reprints: number;
}

/** Counts for the legend and the totals of the day. Busy counts as waiting: it is not on paper yet. */
export function countJobs(jobs: readonly PrintJobView[]): JobCounts {
  const count = (...looks: JobLook[]) => jobs.filter((job) => looks.includes(lookOf(job))).length;
  return {
    total: jobs.length,
    sent: count('sent'),
    waiting: count('waiting', 'busy'),
    ask: count('ask'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    reprints: jobs.filter((job) => job.copy > 1 && lookOf(job) === 'sent').length,
  };
}

/** Jobs of the seller's own day, and older ones that still want something from her. */
export function jobsOfToday(jobs: readonly PrintJobView[], nowMs: number): PrintJobView[] {
  const today = new Date(nowMs).toDateString();
  const isOpen = (job: PrintJobView) => !['sent', 'cancelled'].includes(lookOf(job));
  return jobs.filter((job) => new Date(job.createdAtMs).toDateString() === today || isOpen(job));
}

/** The job the right column talks about: the chosen one, else the first that asks, else the first that failed. */
export function jobInFocus(jobs: readonly PrintJobView[], chosenId: string | null): PrintJobView | null {
  const chosen = jobs.find((job) => job.id === chosenId);
  if (chosen !== undefined) return chosen;
  const oldestFirst = [...jobs].sort((left, right) => left.createdAtMs - right.createdAtMs);
  return (
    oldestFirst.find((job) => lookOf(job) === 'ask') ?? oldestFirst.find((job) => lookOf(job) === 'failed') ?? null
  );
}
