import { pick, seededRandom, type Random } from '../../random.ts';
import type { AmazonOrder } from '../order.ts';
import { schedule } from '../rules/script.ts';
import type { AmazonStore } from '../store.ts';
import type { OrderStream } from '../world.ts';
import { makeAmazonOrder } from './make-order.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Lets the orders come in that are due by `nowMs`, each at its own time. True when any did. */
export function letOrdersArrive(store: AmazonStore, nowMs: number): boolean {
  const { stream } = store.world;
  if (stream === null) return false;
  let hasChanged = false;
  while (stream.nextAtMs <= nowMs && stream.left !== 0) {
    // A seed an order, so that the same ones come after a restart.
    const random = seededRandom(stream.seed + stream.serial);
    const order = nextOrder(stream, random);
    if (store.find(order.orderId) === undefined) store.add(order);
    stream.serial += 1;
    stream.nextAtMs += Math.max(1, Math.round(stream.meanGapMs * (0.5 + random())));
    if (stream.left !== null) stream.left -= 1;
    hasChanged = true;
  }
  return hasChanged;
}

function nextOrder(stream: OrderStream, random: Random): AmazonOrder {
  const createdAtMs = stream.nextAtMs;
  const order = makeAmazonOrder(random, { serial: stream.serial, region: pick(random, stream.regions), createdAtMs });
  planLife(order, createdAtMs, random);
  return order;
}

/** Most orders are paid after minutes; a few are never, a few buyers think again, a few send it back. */
function planLife(order: AmazonOrder, createdAtMs: number, random: Random): void {
  const fate = random();
  order.stage = 'PENDING';
  if (fate < 0.04) {
    schedule(order, { atMs: createdAtMs + 3 * hour, cancels: { by: 'AMAZON', reason: 'PAYMENT_DECLINED' } });
    return;
  }
  const paidAtMs = createdAtMs + Math.round((1 + random() * 20) * minute);
  schedule(order, { atMs: paidAtMs, pays: true });
  if (fate < 0.09) {
    schedule(order, { atMs: paidAtMs + 2 * hour, buyerAsksToCancel: 'NO_LONGER_NEEDED' });
  } else if (fate < 0.12) {
    schedule(order, { atMs: paidAtMs + 4 * hour, cancels: { by: 'BUYER', reason: 'ORDERED_BY_MISTAKE' } });
  } else if (fate < 0.18) {
    schedule(order, { atMs: paidAtMs + 6 * day, returns: { reason: 'AMZ-PG-APP-TOO-SMALL', quantity: 1 } });
  }
}
