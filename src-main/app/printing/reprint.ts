import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import { isLabelled } from '../../core/order/lane-of.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { announce } from '../orders/run-command.ts';
import { defaultPrinterId, newJob, putJob } from './print-orders.ts';

/** Copies from this one on need a reason: by then somebody is guessing. */
const REASON_FROM_COPY = 3;
const UNSETTLED = ['waiting', 'queued', 'sending', 'unknown'];

/** Prints one more copy of an order's label, counted. Throws ContractError 'not-found' or 'printer-missing'. */
export async function reprint(deps: AppDeps, orderId: OrderId, reason: string): Promise<OutcomeList> {
  const printerId = await defaultPrinterId(deps.store.read);
  const commandId = deps.ids.next() as CommandId;
  const refusal = await deps.store.write(async (tx) => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const jobs = await tx.printJobsOfOrder(orderId);
    if (jobs.some((job) => UNSETTLED.includes(job.state))) return 'print-under-way';
    const label = await labelOfOrder(tx, order);
    // What failed or was taken back is no copy.
    const copies = jobs.filter((job) => job.state === 'sent' || job.state === 'confirmed').map((job) => job.copy);
    if (label === null || (copies.length === 0 && !isLabelled(order))) return 'label-first';
    const copy = Math.max(1, ...copies) + 1;
    if (copy >= REASON_FROM_COPY && reason.trim() === '') return 'reprint-reason-missing';
    const key = `${parcelId(orderId, 1)}:${copy}`;
    await putJob(
      tx,
      newJob(deps, order, { printerId, commandId, key, copy, labelId: label.id, reprintReason: reason }),
    );
    return null;
  });
  const result = refusal === null ? { orderId, ok: true as const } : { orderId, ok: false as const, refusal };
  const outcome: OutcomeList = {
    commandId: refusal === null ? commandId : null,
    undoUntilMs: null,
    effectCount: 0,
    results: [result],
  };
  await announce(deps, { ...outcome, effectCount: 1 });
  return outcome;
}
