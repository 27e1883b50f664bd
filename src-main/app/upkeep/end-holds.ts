import { applyEvent } from '../../core/order/apply.ts';
import { endedHold } from '../../core/order/hold.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor, skusOf, withChecks } from '../orders/check-context.ts';
import { announceOrders } from '../sync/sync-shop.ts';

const PAGE = 200;

/** Ends the holds whose time is over; the orders go back to where they were. A hold under an open case ends after it. */
export async function endHolds(deps: AppDeps): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const held = await heldOrders(deps);
  if (held.length === 0) return;
  const ended = await deps.store.write(async (tx) => {
    const orders = (await tx.orders(held)).flatMap((order) => {
      const event = endedHold(order.work, nowMs);
      return event === null ? [] : [{ order, event }];
    });
    const context = await checkContextFor(
      tx,
      orders.flatMap(({ order }) => skusOf(order)),
    );
    for (const { order, event } of orders) {
      await tx.saveOrder(withChecks({ ...order, work: applyEvent(order.work, event), updatedAtMs: nowMs }, context));
      await tx.appendJournal([{ orderId: order.id, atMs: nowMs, actor: 'app', commandId: null, body: { kind: 'work', event } }]);
    }
    return orders.map(({ order }) => order.id);
  });
  await announceOrders(deps, ended);
}

async function heldOrders(deps: AppDeps): Promise<OrderId[]> {
  const held: OrderId[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const cards = await deps.store.read.cards('problem', offset, PAGE);
    held.push(...cards.filter((card) => card.holdReason !== null).map((card) => card.orderId));
    if (cards.length < PAGE) return held;
  }
}
