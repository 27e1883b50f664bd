import type { BatchView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { lookOf, stoppedJob, type PaperLook } from '../../printing/paper-look.ts';

/** What the right column talks about. `isChosen`: the seller picked it, she can leave it. */
export type Subject =
  | { readonly kind: 'stop'; readonly batch: BatchView; readonly job: PrintJobView }
  | { readonly kind: 'job'; readonly batch: BatchView; readonly job: PrintJobView; readonly isChosen: boolean }
  | { readonly kind: 'calm' };

const CALM: Subject = { kind: 'calm' };

/** The chosen label; else what stopped; else, oldest first, what nobody knows, what was held back, what failed. */
export function subjectOf(batches: readonly BatchView[], chosenId: string | null): Subject {
  const chosen = find(batches, (job) => job.id === chosenId);
  if (chosen !== null) return aboutJob(chosen.batch, chosen.job, true);
  const oldestFirst = batches.toReversed();
  const stopped = oldestFirst.find((batch) => stoppedJob(batch) !== null);
  const stop = stopped === undefined ? null : stoppedJob(stopped);
  if (stopped !== undefined && stop !== null) return aboutJob(stopped, stop, false);
  for (const look of ['ask', 'held', 'failed'] as const) {
    const found = find(oldestFirst, (job) => isOpen(job, look));
    if (found !== null) return aboutJob(found.batch, found.job, false);
  }
  return CALM;
}

/** A single label by itself is asked about as such: it has no neighbours to look at. */
function aboutJob(batch: BatchView, job: PrintJobView, isChosen: boolean): Subject {
  const isStop = stoppedJob(batch)?.id === job.id && lookOf(job) !== 'held';
  const isLone = batch.jobs.length === 1 && (job.state === 'unknown' || job.state === 'failed');
  return isStop && !isLone ? { kind: 'stop', batch, job } : { kind: 'job', batch, job, isChosen };
}

function isOpen(job: PrintJobView, look: PaperLook): boolean {
  return lookOf(job) === look && job.state !== 'cancelled';
}

function find(
  batches: readonly BatchView[],
  test: (job: PrintJobView) => boolean,
): { readonly batch: BatchView; readonly job: PrintJobView } | null {
  for (const batch of batches) {
    const job = batch.jobs.find(test);
    if (job !== undefined) return { batch, job };
  }
  return null;
}

/** The day as the middle shows it. */
export interface DayLayout {
  /** The batch drawn as paper: one that stands still, moves or waits, else the newest of several labels. */
  readonly current: BatchView | null;
  readonly earlier: readonly BatchView[];
  /** Labels printed one by one, newest first. */
  readonly singles: readonly BatchView[];
}

const URGENT = ['stopped', 'running', 'paused'];

export function layOutDay(batches: readonly BatchView[]): DayLayout {
  const several = batches.filter((batch) => batch.jobs.length > 1);
  const urgent = URGENT.flatMap((state) => several.filter((batch) => batch.state === state));
  const current = urgent[0] ?? several[0] ?? null;
  return {
    current,
    earlier: several.filter((batch) => batch !== current),
    singles: batches.filter((batch) => batch.jobs.length === 1),
  };
}
