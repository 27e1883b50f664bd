import { pick, wholeBetween, type Random } from '../../random.ts';
import type { AliOrder } from '../order.ts';
import type { AliWorld } from '../world.ts';
import { makeOrder } from './make-order.ts';

/** The next order of a running demo: placed this moment, paid within a minute or two. Changes nothing; give it to `addOrder`. */
export function arrivingAliOrder(world: Pick<AliWorld, 'orders'>, nowMs: number, random: Random): AliOrder {
  const taken = new Set(world.orders.map((order) => order.orderId));
  const country = pick(random, ['RU', 'BR', 'ES', 'US', 'KR', 'UK']);
  for (let serial = world.orders.length + 1; ; serial += 1) {
    const order = makeOrder(random, { serial, createdAtMs: nowMs, country });
    if (taken.has(order.orderId)) continue;
    order.timers['buyer-pays'] = nowMs + wholeBetween(random, 20, 100) * 1_000;
    return order;
  }
}
