import type { AppDeps } from '../deps.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import type { Recorded } from './record-labelled.ts';

/** Tells the window at once what a command did to jobs, and what it holds back for undo. */
export async function announceJobs(
  deps: Pick<AppDeps, 'store' | 'events'>,
  jobs: readonly PrintJobRow[],
  records: readonly Recorded[] = [],
): Promise<void> {
  const revision = await deps.store.read.revision();
  deps.events.emit('printing.changed', { revision });
  const together = records.flatMap((record) => record.companions);
  const ids = [...new Set([...jobs.map((job) => job.orderId), ...together])];
  if (ids.length > 0) deps.events.emit('orders.changed', { ids, revision });
  if (ids.length > 0) deps.events.emit('outbox.changed', { revision });
  for (const [index, { effectCount, effectsDueAtMs }] of records.entries()) {
    const job = jobs[index];
    if (job !== undefined && effectsDueAtMs !== null)
      deps.events.emit('effects.held', { commandId: job.commandId, effectCount, undoUntilMs: effectsDueAtMs });
  }
}
