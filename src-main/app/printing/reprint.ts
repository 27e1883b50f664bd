import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import { isLabelled } from '../../core/order/lane-of.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, OrderId, PrintBatchId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { announce } from '../orders/run-command.ts';
import { leadOf } from '../orders/together.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { newBatch, newJob, putJob } from './new-job.ts';
import { labelPrinterId } from './printer-of-role.ts';

/** Copies from this one on need a reason: by then somebody is guessing. */
const REASON_FROM_COPY = 3;
const UNSETTLED: readonly PrintJobRow['state'][] = ['waiting', 'queued', 'sending', 'unknown'];

/** Number of the next copy; null while one is on its way. What failed or was taken back is no copy. */
export function nextCopy(jobs: readonly Pick<PrintJobRow, 'state' | 'copy'>[]): number | null {
  if (jobs.some((job) => UNSETTLED.includes(job.state))) return null;
  const copies = jobs.filter((job) => job.state === 'sent' || job.state === 'confirmed').map((job) => job.copy);
  return Math.max(1, ...copies) + 1;
}

/**
 * Prints one more copy of a parcel's label, counted and marked, whichever of its orders was chosen. Throws ContractError
 * 'not-found' or 'printer-missing'.
 */
export async function reprint(deps: AppDeps, chosenId: OrderId, reason: string): Promise<OutcomeList> {
  const commandId = deps.ids.next() as CommandId;
  const batchId = deps.ids.next() as PrintBatchId;
  const refusal = await deps.store.write(async (tx) => {
    const chosen = await tx.order(chosenId);
    if (chosen === null) throw new ContractError('not-found');
    const order = await leadOf(tx, chosen);
    const orderId = order.id;
    const jobs = await tx.printJobsOfOrder(orderId);
    const copy = nextCopy(jobs);
    if (copy === null) return 'print-under-way';
    const label = await labelOfOrder(tx, order);
    const isOut = jobs.some((job) => job.state === 'sent' || job.state === 'confirmed');
    if (label === null || (!isOut && !isLabelled(order))) return 'label-first';
    if (copy >= REASON_FROM_COPY && reason.trim() === '') return 'reprint-reason-missing';
    const plan = { batchId, printerId: await labelPrinterId(tx, label.id), commandId };
    const key = `${parcelId(orderId, 1)}:${copy}`;
    await tx.savePrintBatch(newBatch(deps, plan, { sort: 'given', isReversed: false }));
    await putJob(
      tx,
      newJob(deps, order, { ...plan, position: 1, key, copy, labelId: label.id, reprintReason: reason }),
    );
    return null;
  });
  const result =
    refusal === null ? { orderId: chosenId, ok: true as const } : { orderId: chosenId, ok: false as const, refusal };
  const outcome: OutcomeList = {
    commandId: refusal === null ? commandId : null,
    undoUntilMs: null,
    effectCount: 0,
    results: [result],
  };
  await announce(deps, { ...outcome, effectCount: 1 });
  return outcome;
}
