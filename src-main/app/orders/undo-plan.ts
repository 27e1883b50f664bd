import { foldEvents } from '../../core/order/apply.ts';
import { partReason } from '../../core/order/one-parcel.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderWork, WorkEvent } from '../../core/order/work.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import type { PrintJobState } from '../ports/store-printing.ts';
import type { JournalEntry } from '../ports/store-rows.ts';
import { isLabelUnderWay } from './merge-terms.ts';

/** What a command's undo makes of one order, or why it cannot. */
export type UndoPlan =
  | {
      readonly orderId: OrderId;
      readonly refusal: null;
      readonly commandId: CommandId;
      readonly order: Order;
      /** Without the command's events. */
      readonly work: OrderWork;
    }
  | { readonly orderId: OrderId; readonly refusal: 'not-found' | 'newer-change' };

type Possible = Extract<UndoPlan, { readonly refusal: null }>;

/**
 * Undo goes backwards: what was done on top of the command must be taken back first. Orders that share a parcel, before
 * it or after it, are taken back together or not at all.
 */
export async function undoPlans(
  reads: Reads,
  commandId: CommandId,
  orderIds: readonly OrderId[],
): Promise<readonly UndoPlan[]> {
  const orders = new Map((await reads.orders(orderIds)).map((order) => [order.id, order]));
  const led = await reads.companions(orderIds);
  const plans: UndoPlan[] = [];
  const parcels = new Map<OrderId, OrderId>();
  for (const orderId of orderIds) {
    const order = orders.get(orderId);
    const journal = order === undefined ? [] : await reads.journal(orderId);
    const work = foldEvents(workOf(journal.filter((entry) => entry.commandId !== commandId)));
    parcels.set(orderId, order?.work.shipsWith ?? work.shipsWith ?? orderId);
    if (order === undefined) {
      plans.push({ orderId, refusal: 'not-found' });
      continue;
    }
    const plan: Possible = { orderId, refusal: null, commandId, order, work };
    const isBlocked =
      hasNewerWork(journal, commandId) ||
      (await isPrinting(reads, order, commandId)) ||
      leavesBehind(journal, commandId, led.get(orderId) ?? [], orders) ||
      (await isParcelGone(reads, plan, journal));
    plans.push(isBlocked ? { orderId, refusal: 'newer-change' } : plan);
  }
  return refusedTogether(plans, parcels);
}

function refusedTogether(plans: readonly UndoPlan[], parcels: ReadonlyMap<OrderId, OrderId>): UndoPlan[] {
  const refused = new Set(
    plans.flatMap(({ orderId, refusal }) => (refusal === null ? [] : [parcels.get(orderId) ?? orderId])),
  );
  return plans.map((plan) =>
    plan.refusal === null && refused.has(parcels.get(plan.orderId) ?? plan.orderId)
      ? { orderId: plan.orderId, refusal: 'newer-change' }
      : plan,
  );
}

const UNDER_WAY: readonly PrintJobState[] = ['waiting', 'queued', 'sending'];

const OF_PARCEL: readonly WorkEvent['kind'][] = [
  'label-attached',
  'label-ordered',
  'tracking-assigned',
  'labelled',
  'handed-over',
];

function workOf(entries: readonly JournalEntry[]): WorkEvent[] {
  return entries.flatMap(({ body, undoneAtMs }) => (body.kind === 'work' && undoneAtMs === null ? [body.event] : []));
}

/** Place of the command's last work on the order; null where it only left a word in its timeline. */
function lastOf(journal: readonly JournalEntry[], commandId: CommandId): number | null {
  const own = journal.filter(
    (entry) => entry.commandId === commandId && entry.undoneAtMs === null && entry.body.kind === 'work',
  );
  return own.at(-1)?.sequence ?? null;
}

/** What stands for itself: a note written since does not keep a hold from being taken back, nor the other way round. */
const APART: readonly WorkEvent['kind'][] = ['note-written', 'tagged', 'promised'];

const fieldOf = ({ kind }: WorkEvent): string => (APART.includes(kind) ? kind : 'work');

function hasNewerWork(journal: readonly JournalEntry[], commandId: CommandId): boolean {
  const last = lastOf(journal, commandId);
  if (last === null) return false;
  const fields = new Set(workOf(journal.filter((entry) => entry.commandId === commandId)).map(fieldOf));
  const newer = workOf(journal.filter((entry) => entry.sequence > last && entry.commandId !== commandId));
  return newer.some((event) => fields.has(fieldOf(event)));
}

/** A print under way builds on what the order is now: its label cannot be had of an order that is unconfirmed again. */
async function isPrinting(reads: Reads, { id, work }: Order, commandId: CommandId): Promise<boolean> {
  const jobs = await reads.printJobsOfOrder(work.shipsWith ?? id);
  return jobs.some((job) => job.commandId !== commandId && UNDER_WAY.includes(job.state));
}

/** Others came into the parcel after the command had given it its number or label. */
function leavesBehind(
  journal: readonly JournalEntry[],
  commandId: CommandId,
  companions: readonly OrderId[],
  touched: ReadonlyMap<OrderId, Order>,
): boolean {
  const events = workOf(journal.filter((entry) => entry.commandId === commandId));
  return companions.some((id) => !touched.has(id)) && events.some((event) => OF_PARCEL.includes(event.kind));
}

/** The parcel that the goods would travel in again is not what it was, or others count on this order's own. */
async function isParcelGone(
  reads: Reads,
  { order, work, commandId }: Possible,
  journal: readonly JournalEntry[],
): Promise<boolean> {
  const { shipsWith } = work;
  if (shipsWith === null || shipsWith === order.work.shipsWith) return false;
  const lead = await reads.order(shipsWith);
  if (lead === null || partReason({ ...order, work }, lead) !== null) return true;
  if ((await reads.companions([order.id])).has(order.id) || (await isLabelUnderWay(reads, lead.id))) return true;
  const last = lastOf(journal, commandId) ?? 0;
  const since = (await reads.journal(lead.id)).filter((entry) => entry.sequence > last);
  return workOf(since).some((event) => OF_PARCEL.includes(event.kind));
}
