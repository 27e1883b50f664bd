import type { OrderView } from '../../contract/methods/orders.ts';
import { pairReason } from '../../core/order/one-parcel.ts';
import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import { aloneReason } from './merge-terms.ts';

/** A buyer with more open orders than this is a trader; the first ones stand for the rest. */
const MOST = 20;

/** Orders whose goods lie in the same parcel, then others of the buyer on the desk, each with what stands against merging. */
export async function orderSiblings(
  deps: Pick<AppDeps, 'connectors'>,
  reads: Reads,
  order: Order,
  buyerKey: string | null,
): Promise<OrderView['siblings']> {
  const lead = order.work.shipsWith ?? order.id;
  const together = [lead, ...((await reads.companions([lead])).get(lead) ?? [])];
  const sameBuyer = buyerKey === null ? [] : ((await reads.siblings([buyerKey])).get(buyerKey) ?? []);
  const ids = [...new Set([...together, ...sameBuyer.map((card) => card.orderId)])].filter((id) => id !== order.id);
  const shown = ids.slice(0, MOST);
  if (shown.length === 0) return [];
  const cards = new Map((await reads.cardsById(shown)).map((card) => [card.orderId, card]));
  const orders = new Map((await reads.orders(shown)).map((other) => [other.id, other]));
  const alone = await aloneReason(deps, reads, order);
  const views: OrderView['siblings'] = [];
  for (const id of shown) {
    const card = cards.get(id);
    const other = orders.get(id);
    if (card === undefined || other === undefined) continue;
    const isTogether = together.includes(id);
    const refusal = isTogether ? null : (alone ?? (await aloneReason(deps, reads, other)) ?? pairReason(order, other));
    const { remoteId, quantity } = card;
    views.push({ orderId: id, remoteId, quantity, isTogether, refusal });
  }
  return views;
}
