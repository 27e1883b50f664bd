import { endedStay } from '../../core/order/closing.ts';
import { endedHold } from '../../core/order/hold.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { Order } from '../../core/order/order.ts';
import type { WorkEvent } from '../../core/order/work.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor } from '../orders/check-context.ts';
import { keepEvent } from '../orders/keep-event.ts';
import type { CardRow } from '../ports/store-board.ts';
import { announceOrders } from '../sync/sync-shop.ts';

const PAGE = 200;

/** What time alone does to an order, by the lane it is in. */
interface Passing {
  readonly lane: Lane;
  readonly concerns: (card: CardRow) => boolean;
  readonly eventFor: (order: Order, nowMs: number) => WorkEvent | null;
}

const HOLDS: Passing = {
  lane: 'problem',
  concerns: (card) => card.holdReason !== null,
  eventFor: (order, nowMs) => endedHold(order.work, nowMs),
};

const STAYS: Passing = { lane: 'delivered', concerns: () => true, eventFor: endedStay };

/** Ends the holds whose time is over: the orders go back to where they were, and a hold under an open case ends after it. */
export async function endHolds(deps: AppDeps): Promise<void> {
  await pass(deps, HOLDS);
}

/** Takes orders off the board that were delivered long ago. Reads all of the lane: for now and then. */
export async function clearDelivered(deps: AppDeps): Promise<void> {
  await pass(deps, STAYS);
}

async function pass(deps: AppDeps, passing: Passing): Promise<void> {
  const ids = await concerned(deps, passing);
  for (let start = 0; start < ids.length; start += PAGE) {
    await announceOrders(deps, await passPage(deps, passing, ids.slice(start, start + PAGE)));
  }
}

async function passPage(deps: AppDeps, passing: Passing, ids: readonly OrderId[]): Promise<OrderId[]> {
  const nowMs = deps.clock.nowMs();
  const isDue = (order: Order): boolean => passing.eventFor(order, nowMs) !== null;
  if (!(await deps.store.read.orders(ids)).some(isDue)) return [];
  return deps.store.write(async (tx) => {
    const orders = (await tx.orders(ids)).filter(isDue);
    const context = await checkContextFor(tx, orders);
    for (const order of orders) {
      const event = passing.eventFor(order, nowMs);
      if (event !== null) await keepEvent(tx, order, event, context);
    }
    return orders.map((order) => order.id);
  });
}

async function concerned(deps: AppDeps, { lane, concerns }: Passing): Promise<OrderId[]> {
  const ids: OrderId[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const cards = await deps.store.read.cards(lane, offset, PAGE);
    ids.push(...cards.filter(concerns).map((card) => card.orderId));
    if (cards.length < PAGE) return ids;
  }
}
