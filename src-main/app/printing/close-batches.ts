import type { PrintBatchId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import type { PrintBatchRow } from '../ports/store-printing.ts';
import type { PrintNews } from './print-news.ts';
import { isPrintersFault } from './batch-state.ts';

/** Marks batches done that have nothing left to print or to ask; answers those that had been running. */
export async function closeBatches(
  deps: Pick<AppDeps, 'store'>,
  news: Pick<PrintNews, 'batchChanged'>,
): Promise<PrintBatchRow[]> {
  if ((await finished(deps.store.read)).length === 0) return [];
  const closed = await deps.store.write(async (tx) => {
    const batches = await finished(tx);
    for (const batch of batches)
      await tx.savePrintBatch({ ...batch, state: 'done', stopReason: null, stoppedAt: null });
    return batches;
  });
  if (closed.length > 0) news.batchChanged();
  return closed.filter((batch) => batch.state === 'running');
}

async function finished(reads: Reads): Promise<PrintBatchRow[]> {
  const batches = await reads.printBatchesInStates(['running', 'paused', 'stopped']);
  if (batches.length === 0) return [];
  const steps = await reads.printJobSteps(['waiting', 'queued', 'sending', 'unknown', 'failed']);
  const left = new Set<PrintBatchId>();
  const stuck = new Set<PrintBatchId>();
  for (const step of steps) {
    if (step.state !== 'failed') left.add(step.batchId);
    else if (isPrintersFault(step)) stuck.add(step.batchId);
  }
  // A batch that its printer stopped may be resumed, although only the label it stopped at is left of it.
  return batches.filter(({ id, state }) => !left.has(id) && !(state === 'stopped' && stuck.has(id)));
}
