import { member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { fetchShape } from './reader.ts';
import { noteWaybill, readWaybills, type WaybillEntry } from './waybill-book.ts';

/** Gives back the numbers that the parcel had before this one, unless the trade was shipped with them. */
export async function cancelReplaced(context: ConnectorContext, tid: string, bought: WaybillEntry): Promise<void> {
  const known = await readWaybills(context.notebook, tid);
  const older = known.filter((one) => one.parcelId === bought.parcelId && one.key !== bought.key);
  await cancelUnused(context, tid, older);
}

/** Gives back every number of a trade that is not going to leave. */
export async function cancelAll(context: ConnectorContext, tid: string): Promise<void> {
  await cancelUnused(context, tid, await readWaybills(context.notebook, tid));
}

/**
 * Frees numbers that no child of the trade carries. A number that could not be freed costs its fee and harms nothing else,
 * so a refusal is let be; it stays in the book and is tried again with the next number of its parcel.
 */
async function cancelUnused(context: ConnectorContext, tid: string, entries: readonly WaybillEntry[]): Promise<void> {
  const live = entries.filter((one) => one.waybillCode !== null && !one.isCancelled);
  if (live.length === 0) return;
  const found = await fetchShape(context.proxy, tid);
  if (!found.ok) return;
  const used = new Set(found.trade?.orders.map((child) => child.invoice_no));
  for (const entry of live) {
    const { cpCode, waybillCode } = entry;
    if (waybillCode === null || used.has(waybillCode)) continue;
    const answer = await context.proxy.call('cainiao.waybill.ii.cancel', {
      cp_code: cpCode,
      waybill_code: waybillCode,
    });
    const isCancelled = answer.ok && member(answer.body, 'cancel_result') !== false;
    if (isCancelled) await noteWaybill(context.notebook, tid, { ...entry, isCancelled: true });
  }
}
