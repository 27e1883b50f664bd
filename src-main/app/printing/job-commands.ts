import { ContractError } from '../../contract/errors.ts';
import type { PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { defaultPrinterId } from './print-orders.ts';
import { announceJob } from './print-worker.ts';
import { NOTHING_HELD, recordLabelled } from './record-labelled.ts';

/**
 * The seller's word about a job that broke while sending: the paper came out (recorded as printed), or it did not
 * (sent again). Throws ContractError 'not-found' unless the job is waiting for this answer, or 'printer-missing'.
 */
export async function answerJob(deps: AppDeps, id: PrintJobId, cameOut: boolean): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const { job, recorded } = await deps.store.write(async (tx) => {
    const row = await tx.printJob(id);
    if (row === null || row.state !== 'unknown') throw new ContractError('not-found');
    const next = cameOut
      ? ({ ...row, state: 'confirmed', step: 'done', settledAtMs: nowMs } as const)
      : await again(deps, tx, row);
    await tx.savePrintJob(next);
    const order = cameOut ? await tx.order(row.orderId) : null;
    const context = order === null ? null : await checkContextFor(tx, skusOf(order));
    const held =
      order === null || context === null ? NOTHING_HELD : await recordLabelled(deps, tx, order, next, context);
    return { job: next, recorded: held };
  });
  await announceJob(deps, job, recorded);
}

/** Tries a failed job again. Throws ContractError 'not-found' unless the job failed, or 'printer-missing'. */
export async function retryJob(deps: AppDeps, id: PrintJobId): Promise<void> {
  const job = await deps.store.write(async (tx) => {
    const row = await tx.printJob(id);
    if (row === null || row.state !== 'failed') throw new ContractError('not-found');
    const next = await again(deps, tx, row);
    await tx.savePrintJob(next);
    return next;
  });
  await announceJob(deps, job);
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
  await announceJob(deps, job);
}

/** The job from its beginning, on its own printer, or where labels go now if that one was removed. */
async function again(deps: AppDeps, tx: Writes, row: PrintJobRow): Promise<PrintJobRow> {
  const hasLabel = row.labelId !== null;
  const nowMs = deps.clock.nowMs();
  const isThere = (await tx.printers()).some((printer) => printer.id === row.printerId);
  return {
    ...row,
    printerId: isThere ? row.printerId : await defaultPrinterId(tx),
    state: hasLabel ? 'queued' : 'waiting',
    step: hasLabel ? 'printer' : 'confirm',
    ticket: null,
    attempts: 0,
    createdAtMs: nowMs,
    dueAtMs: nowMs,
    settledAtMs: null,
  };
}
