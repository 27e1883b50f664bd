import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Command } from '../../core/order/commands.ts';
import { pairReason } from '../../core/order/one-parcel.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import { allOrNone, Refused } from './all-or-none.ts';
import { applyCommand, type CommandRun } from './apply-command.ts';
import { checkContextFor } from './check-context.ts';
import { aloneReason } from './merge-terms.ts';
import { tellLead } from './tell-lead.ts';

/**
 * Puts the goods of orders into one parcel, all or none: of one shop, for one buyer at one address, on the desk, without
 * labels. An order that shares a parcel already brings the others along. The first leads, unless another has a number
 * or a label.
 */
export function mergeOrders(deps: AppDeps, ids: readonly OrderId[]): Promise<OutcomeList> {
  return allOrNone(deps, ids, async (tx, orders, run) => {
    const members = await wholeParcels(tx, orders);
    await refuseStrangers(deps, tx, members);
    const lead = leadAmong(members);
    const joining = members.filter((order) => order.id !== lead.id && order.work.shipsWith !== lead.id);
    if (joining.length === 0) throw new Refused(new Map(orders.map((order) => [order.id, 'nothing-changes'])));
    for (const order of joining) await join(deps, tx, order, lead, run);
    return members.map((order) => order.id);
  });
}

/** The orders with all that share a parcel with any of them; who leads one comes first. */
async function wholeParcels(tx: Writes, orders: readonly Order[]): Promise<Order[]> {
  const leads = [...new Set(orders.map((order) => order.work.shipsWith ?? order.id))];
  const led = await tx.companions(leads);
  const ids = leads.flatMap((id) => [id, ...(led.get(id) ?? [])]);
  const found = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function refuseStrangers(deps: AppDeps, tx: Writes, members: readonly Order[]): Promise<void> {
  const [first] = members;
  const reasons = new Map<OrderId, string>();
  for (const order of members) {
    const reason = (await aloneReason(deps, tx, order)) ?? (first === undefined ? null : pairReason(first, order));
    if (reason !== null) reasons.set(order.id, reason);
  }
  if (reasons.size > 0) throw new Refused(reasons);
}

function leadAmong(members: readonly Order[]): Order {
  const leads = members.filter((order) => order.work.shipsWith === null);
  const isPrepared = ({ work }: Order): boolean =>
    work.parcels.some((parcel) => parcel.trackingNumber !== null || parcel.labelId !== null);
  const hasCompanions = ({ id }: Order): boolean => members.some((order) => order.work.shipsWith === id);
  const lead = leads.find(isPrepared) ?? leads.find(hasCompanions) ?? leads[0];
  // Companions whose lead is gone were parted by the same write that took it away.
  if (lead === undefined) throw new Refused(new Map());
  return lead;
}

/** The companion takes over what its lead's parcel has: the label, and the number on it. */
async function join(deps: AppDeps, tx: Writes, order: Order, lead: Order, run: CommandRun): Promise<void> {
  const context = await checkContextFor(tx, [order]);
  let now = order;
  for (const command of [{ kind: 'join', lead: lead.id } as const, ...takenOver(order, lead)]) {
    const applied = await applyCommand(deps, tx, now, command, { ...run, isFromLead: true }, context);
    if (!applied.ok) throw new Refused(new Map([[order.id, applied.refusal]]));
    now = applied.order;
  }
  await dropFailedJobs(deps, tx, order.id);
  await tellLead(deps, tx, lead.id, { kind: 'companion-joined', companion: order.id }, run);
}

/** The paper of a companion is its lead's: a label of its own that failed to print must not be tried again. */
async function dropFailedJobs({ clock }: AppDeps, tx: Writes, orderId: OrderId): Promise<void> {
  const settledAtMs = clock.nowMs();
  for (const job of await tx.printJobsOfOrder(orderId)) {
    if (job.state === 'failed') await tx.savePrintJob({ ...job, state: 'cancelled', step: 'cancelled', settledAtMs });
  }
}

function takenOver({ id }: Order, { work }: Order): Command[] {
  const { labelId = null, trackingNumber = null, carrier = null } = work.parcels[0] ?? {};
  const parcel = { parcelId: parcelId(id, 1) };
  const commands: Command[] = [];
  if (labelId !== null) commands.push({ kind: 'attach-label', ...parcel, labelId });
  if (trackingNumber !== null)
    commands.push({ kind: 'assign-tracking', ...parcel, trackingNumber, carrier, items: null });
  return commands;
}
