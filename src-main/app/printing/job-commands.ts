import { ContractError } from '../../contract/errors.ts';
import type { PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor } from '../orders/check-context.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { announceJobs } from './announce-jobs.ts';
import { goOn } from './batch-state.ts';
import { labelPrinterId } from './printer-of-role.ts';
import { NOTHING_HELD, recordLabelled, type Recorded } from './record-labelled.ts';

/**
 * The seller's word about a job that broke while sending: the paper came out (recorded as printed), or it did not
 * (sent again, as the same copy). Its batch goes on. Throws ContractError 'not-found' unless the job is waiting for this
 * answer, or 'printer-missing'.
 */
export async function answerJob(deps: AppDeps, id: PrintJobId, cameOut: boolean): Promise<void> {
  const { job, recorded } = await deps.store.write(async (tx) => {
    const row = await tx.printJob(id);
    if (row === null || row.state !== 'unknown') throw new ContractError('not-found');
    const answered = cameOut
      ? await itCameOut(deps, tx, row)
      : { job: await again(deps, tx, row), recorded: NOTHING_HELD };
    await goOn(tx, row.batchId);
    return answered;
  });
  await announceJobs(deps, [job], [recorded]);
}

/** Tries a failed job again, in its batch. Throws ContractError 'not-found' unless the job failed, or 'printer-missing'. */
export async function retryJob(deps: AppDeps, id: PrintJobId): Promise<void> {
  const job = await deps.store.write(async (tx) => {
    const row = await tx.printJob(id);
    if (row === null || row.state !== 'failed') throw new ContractError('not-found');
    const next = await again(deps, tx, row);
    await goOn(tx, row.batchId);
    return next;
  });
  await announceJobs(deps, [job]);
}

/** Takes a job back that has not begun to print. Throws ContractError 'not-found' or 'already-left'. */
export async function cancelJob(deps: AppDeps, id: PrintJobId): Promise<void> {
  const job = await deps.store.write(async (tx) => {
    const row = await tx.printJob(id);
    if (row === null) throw new ContractError('not-found');
    if (row.state !== 'waiting' && row.state !== 'queued' && row.state !== 'failed')
      throw new ContractError('already-left');
    const next: PrintJobRow = { ...row, state: 'cancelled', step: 'cancelled', settledAtMs: deps.clock.nowMs() };
    await tx.savePrintJob(next);
    return next;
  });
  await announceJobs(deps, [job]);
}

/** Writes that an unknown job's paper is out. */
export async function itCameOut(
  deps: AppDeps,
  tx: Writes,
  row: PrintJobRow,
): Promise<{ readonly job: PrintJobRow; readonly recorded: Recorded }> {
  const job: PrintJobRow = { ...row, state: 'confirmed', step: 'done', settledAtMs: deps.clock.nowMs() };
  await tx.savePrintJob(job);
  const order = await tx.order(row.orderId);
  if (order === null) return { job, recorded: NOTHING_HELD };
  const context = await checkContextFor(tx, [order]);
  return { job, recorded: await recordLabelled(deps, tx, order, job, context) };
}

/**
 * The job from its beginning, on its own printer, or where such labels go now if that one was removed or cannot print it.
 * Print data that the client could not read are asked for anew.
 */
export async function again(deps: AppDeps, tx: Writes, row: PrintJobRow): Promise<PrintJobRow> {
  const labelId = row.step === 'waybill-undecodable' ? null : row.labelId;
  const hasLabel = labelId !== null;
  const nowMs = deps.clock.nowMs();
  const next: PrintJobRow = {
    ...row,
    labelId,
    printerId: await labelPrinterId(tx, labelId, row.printerId),
    state: hasLabel ? 'queued' : 'waiting',
    step: hasLabel ? 'printer' : 'confirm',
    ticket: null,
    attempts: 0,
    createdAtMs: nowMs,
    dueAtMs: nowMs,
    settledAtMs: null,
  };
  await tx.savePrintJob(next);
  return next;
}
