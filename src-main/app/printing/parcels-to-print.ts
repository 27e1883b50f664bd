import { laneOf } from '../../core/order/lane-of.ts';
import { LIFECYCLE } from '../../core/order/moves.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import { heldBack, type HeldBack } from './held-back.ts';

/** What one label is for: an order, and those whose goods lie in its parcel. */
export interface ParcelToPrint {
  readonly order: Order;
  readonly companions: readonly Order[];
}

/** The parcels of a selection, once each in the order of the ids, and which of them each id means. */
export async function parcelsToPrint(
  reads: Reads,
  ids: readonly OrderId[],
): Promise<{ readonly parcels: readonly ParcelToPrint[]; readonly leads: ReadonlyMap<OrderId, OrderId> }> {
  const chosen = new Map((await reads.orders(ids)).map((order) => [order.id, order]));
  const leads = new Map<OrderId, OrderId>();
  for (const id of ids) {
    const order = chosen.get(id);
    if (order !== undefined) leads.set(id, order.work.shipsWith ?? id);
  }
  const leadIds = [...new Set(leads.values())];
  const led = await reads.companions(leadIds);
  const missing = [...leadIds, ...[...led.values()].flat()].filter((id) => !chosen.has(id));
  for (const order of missing.length === 0 ? [] : await reads.orders(missing)) chosen.set(order.id, order);
  const ordersOf = (list: readonly OrderId[]): Order[] => list.flatMap((id) => chosen.get(id) ?? []);
  const parcels = ordersOf(leadIds).map((order) => ({ order, companions: ordersOf(led.get(order.id) ?? []) }));
  return { parcels, leads };
}

/** What is to be confirmed on the way to paper; or why none of it can go: one order of a parcel stops all. */
export function printAnswer({ order, companions }: ParcelToPrint): { readonly toConfirm: Order[] } | string {
  const toConfirm: Order[] = [];
  for (const one of [order, ...companions]) {
    const lane = laneOf(one);
    if (lane === null) return 'order-closed';
    const move = LIFECYCLE[lane].labelled;
    if ('refusal' in move) return move.refusal;
    if (lane === 'new') toConfirm.push(one);
  }
  return { toConfirm };
}

/** What became of any order of a parcel between the press and the paper that keeps its label in; null: print. */
export async function parcelHeldBack(reads: Reads, order: Order, copy: number): Promise<HeldBack | null> {
  const own = heldBack(order, copy);
  if (own !== null) return own;
  const ids = (await reads.companions([order.id])).get(order.id) ?? [];
  for (const companion of ids.length === 0 ? [] : await reads.orders(ids)) {
    const reason = heldBack(companion, copy);
    if (reason !== null) return reason;
  }
  return null;
}
