import type { BatchView, PrintJobView } from '../../src-main/contract/methods/printing.ts';
import { heldStep, isSent } from './paper-look.ts';

/** Something the seller hears of wherever she is. */
export type PrintNews =
  | { readonly kind: 'stopped' | 'paused' | 'resumed' | 'done'; readonly batch: BatchView }
  | { readonly kind: 'held'; readonly batch: BatchView; readonly job: PrintJobView };

/** What happened between two readings, the gravest last (a toast shows the last). Batches that were not there before are no news unless they stopped or held something back. */
export function newsBetween(before: readonly BatchView[], after: readonly BatchView[]): PrintNews[] {
  const known = new Map(before.map((batch) => [batch.id, batch]));
  const news = after.flatMap((batch) => {
    const last = known.get(batch.id) ?? null;
    return [...stateNews(last, batch), ...heldNews(last, batch)];
  });
  return news.sort((left, right) => RANK[left.kind] - RANK[right.kind]);
}

const RANK: Readonly<Record<PrintNews['kind'], number>> = { done: 0, paused: 1, resumed: 2, held: 3, stopped: 4 };

function stateNews(last: BatchView | null, batch: BatchView): PrintNews[] {
  const isSame = last !== null && last.state === batch.state && last.stoppedAt === batch.stoppedAt;
  if (isSame) return [];
  switch (batch.state) {
    case 'stopped':
    case 'paused':
      return [{ kind: batch.state, batch }];
    case 'running':
      return last === null ? [] : [{ kind: 'resumed', batch }];
    case 'done':
      // One label by itself is told by the toast of its print.
      return last !== null && batch.jobs.length > 1 && batch.jobs.some(isSent) ? [{ kind: 'done', batch }] : [];
    default:
      return [];
  }
}

function heldNews(last: BatchView | null, batch: BatchView): PrintNews[] {
  const heldBefore = new Set(last?.jobs.filter((job) => heldStep(job) !== null).map((job) => job.id));
  return batch.jobs
    .filter((job) => heldStep(job) !== null && !heldBefore.has(job.id))
    .map((job) => ({ kind: 'held', batch, job }) as const);
}
