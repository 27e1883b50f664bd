import { ContractError } from '../../contract/errors.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, PrintBatchId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';
import { announceJobs } from './announce-jobs.ts';
import { isPrintersFault, running } from './batch-state.ts';
import { again, itCameOut } from './job-commands.ts';
import { newJob, putJob } from './new-job.ts';
import { labelPrinterId } from './printer-of-role.ts';
import { NOTHING_HELD, type Recorded } from './record-labelled.ts';
import { nextCopy } from './reprint.ts';

/** Holds a batch after the label that is leaving now. Throws ContractError 'not-found' or 'already-left'. */
export async function pauseBatch(deps: AppDeps, id: PrintBatchId): Promise<void> {
  await deps.store.write(async (tx) => {
    const batch = await batchOrThrow(tx, id);
    if (batch.state === 'paused') return;
    if (batch.state !== 'running') throw new ContractError('already-left');
    await tx.savePrintBatch({ ...batch, state: 'paused' });
  });
  await announceJobs(deps, []);
}

/** Gives up what has not been sent; a label of which nobody knows keeps its question. Throws ContractError 'not-found'. */
export async function cancelBatch(deps: AppDeps, id: PrintBatchId): Promise<void> {
  const given = await deps.store.write(async (tx) => {
    const batch = await batchOrThrow(tx, id);
    const jobs = (await tx.printJobsOfBatch(id)).filter(isLeft);
    const settledAtMs = deps.clock.nowMs();
    const cancelled = jobs.map((job): PrintJobRow => ({ ...job, state: 'cancelled', step: 'cancelled', settledAtMs }));
    for (const job of cancelled) await tx.savePrintJob(job);
    if (batch.state !== 'done')
      await tx.savePrintBatch({ ...batch, state: 'cancelled', stopReason: null, stoppedAt: null });
    return cancelled;
  });
  await announceJobs(deps, given);
}

/**
 * Goes on with a paused or stopped batch, as the contract says of 'printing.resumeBatch'. Throws ContractError
 * 'not-found', 'printer-missing' or 'already-left'.
 */
export async function resumeBatch(deps: AppDeps, id: PrintBatchId, fromPosition: number | null): Promise<void> {
  const changes = await deps.store.write(async (tx) => {
    const batch = await batchOrThrow(tx, id);
    if (batch.state === 'running') throw new ContractError('already-left');
    const jobs = await tx.printJobsOfBatch(id);
    if (jobs.some((job) => job.state === 'sending')) throw new ContractError('already-left');
    const moved = await onPrinter(tx, batch);
    const changed =
      fromPosition === null
        ? await whatIsLeft(deps, tx, moved, jobs)
        : await fromHere(deps, tx, moved, jobs, fromPosition);
    await tx.savePrintBatch(running(moved));
    return changed;
  });
  await announceJobs(
    deps,
    changes.map((change) => change.job),
    changes.map((change) => change.recorded),
  );
}

interface Change {
  readonly job: PrintJobRow;
  readonly recorded: Recorded;
}

async function batchOrThrow(tx: Writes, id: PrintBatchId): Promise<PrintBatchRow> {
  const batch = await tx.printBatch(id);
  if (batch === null) throw new ContractError('not-found');
  return batch;
}

const isLeft = (job: PrintJobRow): boolean => job.state === 'waiting' || job.state === 'queued' || isPrintersFault(job);

/** A batch whose printer was removed goes where labels go now. */
async function onPrinter(tx: Writes, batch: PrintBatchRow): Promise<PrintBatchRow> {
  return { ...batch, printerId: await labelPrinterId(tx, null, batch.printerId) };
}

async function whatIsLeft(
  deps: AppDeps,
  tx: Writes,
  batch: PrintBatchRow,
  jobs: readonly PrintJobRow[],
): Promise<Change[]> {
  if (batch.state !== 'paused' && batch.state !== 'stopped') throw new ContractError('already-left');
  if (jobs.some((job) => job.state === 'unknown')) throw new ContractError('already-left');
  const changed: Change[] = [];
  for (const job of jobs) {
    if (!isLeft(job)) continue;
    changed.push({ job: await takeUp(deps, tx, batch, job), recorded: NOTHING_HELD });
  }
  return changed;
}

/** What was not begun stays as it is, on the batch's printer; what its printer refused begins anew. */
async function takeUp(deps: AppDeps, tx: Writes, batch: PrintBatchRow, job: PrintJobRow): Promise<PrintJobRow> {
  const printerId = await labelPrinterId(tx, job.labelId, batch.printerId);
  if (job.state === 'failed') return again(deps, tx, { ...job, printerId });
  const next: PrintJobRow = { ...job, printerId, attempts: job.state === 'queued' ? 0 : job.attempts };
  await tx.savePrintJob(next);
  return next;
}

/** Every label before the position is out; it and those behind it are not. */
async function fromHere(
  deps: AppDeps,
  tx: Writes,
  batch: PrintBatchRow,
  jobs: readonly PrintJobRow[],
  fromPosition: number,
): Promise<Change[]> {
  const commandId = deps.ids.next() as CommandId;
  const last = new Map(jobs.map((job) => [job.position, job]));
  const changed: Change[] = [];
  for (const job of jobs) {
    if (job.position < fromPosition && job.state === 'unknown') changed.push(await itCameOut(deps, tx, job));
    else if (isLeft(job)) changed.push({ job: await takeUp(deps, tx, batch, job), recorded: NOTHING_HELD });
    else if (job.position < fromPosition) continue;
    else if (job.state === 'unknown') {
      const { printerId } = batch;
      changed.push({ job: await again(deps, tx, { ...job, printerId }), recorded: NOTHING_HELD });
    } else if ((job.state === 'sent' || job.state === 'confirmed') && last.get(job.position) === job) {
      const copy = await oneMore(deps, tx, batch, job, commandId);
      if (copy !== null) changed.push({ job: copy, recorded: NOTHING_HELD });
    }
  }
  return changed;
}

/** Another copy of a label that was sent, in its place; null while one is on its way in another batch. */
async function oneMore(
  deps: AppDeps,
  tx: Writes,
  batch: PrintBatchRow,
  job: PrintJobRow,
  commandId: CommandId,
): Promise<PrintJobRow | null> {
  const copy = nextCopy(await tx.printJobsOfOrder(job.orderId));
  if (copy === null) return null;
  const next = newJob(
    deps,
    { id: job.orderId },
    {
      batchId: batch.id,
      printerId: await labelPrinterId(tx, job.labelId, batch.printerId),
      commandId,
      position: job.position,
      key: `${parcelId(job.orderId, 1)}:${copy}`,
      copy,
      labelId: job.labelId,
      reprintReason: 'batch-resumed',
    },
  );
  await putJob(tx, next);
  return next;
}
