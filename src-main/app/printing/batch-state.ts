import type { PrintBatchId } from '../../core/shared/ids.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';

/** Stops the job's batch at it, unless the seller gave the batch up meanwhile. */
export async function stopBatch(
  tx: Writes,
  job: Pick<PrintJobRow, 'batchId' | 'position'>,
  stopReason: string,
): Promise<void> {
  const batch = await tx.printBatch(job.batchId);
  if (batch === null || batch.state === 'cancelled') return;
  await tx.savePrintBatch({ ...batch, state: 'stopped', stopReason, stoppedAt: job.position });
}

/** The batch prints in its turn again. */
export function running(batch: PrintBatchRow): PrintBatchRow {
  return { ...batch, state: 'running', stopReason: null, stoppedAt: null };
}

/**
 * After the seller's word about one of its jobs: the batch goes on with it, unless she paused it or there is still a
 * label of which nobody knows whether it came out.
 */
export async function goOn(tx: Writes, batchId: PrintBatchId): Promise<void> {
  const batch = await tx.printBatch(batchId);
  if (batch === null || batch.state === 'running' || batch.state === 'paused') return;
  const isAsked = (await tx.printJobsOfBatch(batchId)).some((job) => job.state === 'unknown');
  if (!isAsked) await tx.savePrintBatch(running(batch));
}

/** True for a job that never began because of its printer, not of its label or order. */
export function isPrintersFault(job: Pick<PrintJobRow, 'state' | 'step'>): boolean {
  return job.state === 'failed' && job.step.startsWith('printer-');
}
