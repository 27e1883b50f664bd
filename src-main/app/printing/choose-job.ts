import type { PrintBatchId } from '../../core/shared/ids.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';

/** A label that its platform has not made keeps those behind it back for so long, then they go first. */
export const LABEL_WAIT_MS = 15_000;

/** A running batch with its jobs that are not on paper (waiting, queued), by position. */
export interface Queue {
  readonly batch: PrintBatchRow;
  readonly jobs: readonly PrintJobRow[];
  /** When the batch last put a label out, or began. */
  readonly lastAtMs: number;
}

export type Choice =
  | { readonly kind: 'print'; readonly job: PrintJobRow }
  /** Nothing now; `untilMs`: when to look again, null: when something happens. */
  | { readonly kind: 'wait'; readonly untilMs: number | null };

/** The next label of a printer: batches by age, but one that must wait lets the next go first. Pure. */
export function chooseJob(queues: readonly Queue[], nowMs: number): Choice {
  let untilMs: number | null = null;
  for (const queue of queues) {
    const choice = chooseInBatch(queue, nowMs);
    if (choice.kind === 'print') return choice;
    if (choice.untilMs !== null) untilMs = Math.min(untilMs ?? choice.untilMs, choice.untilMs);
  }
  return { kind: 'wait', untilMs };
}

function chooseInBatch({ jobs, lastAtMs }: Queue, nowMs: number): Choice {
  const overtakenAtMs = lastAtMs + LABEL_WAIT_MS;
  for (const job of jobs) {
    if (job.state === 'queued') {
      return job.dueAtMs <= nowMs ? { kind: 'print', job } : { kind: 'wait', untilMs: job.dueAtMs };
    }
    if (nowMs < overtakenAtMs) return { kind: 'wait', untilMs: jobs.length > 1 ? overtakenAtMs : null };
  }
  return { kind: 'wait', untilMs: null };
}

/** The batches in the order in which they were asked for, each with its jobs. Pure. */
export function queuesOf(
  batches: readonly PrintBatchRow[],
  jobs: readonly PrintJobRow[],
  lastAtMs: (batch: PrintBatchRow) => number,
): Queue[] {
  const byBatch = new Map<PrintBatchId, PrintJobRow[]>();
  for (const job of jobs) {
    const own = byBatch.get(job.batchId);
    if (own === undefined) byBatch.set(job.batchId, [job]);
    else own.push(job);
  }
  return batches.flatMap((batch) => {
    const own = byBatch.get(batch.id);
    if (own === undefined) return [];
    return [{ batch, jobs: own.toSorted((a, b) => a.position - b.position), lastAtMs: lastAtMs(batch) }];
  });
}
