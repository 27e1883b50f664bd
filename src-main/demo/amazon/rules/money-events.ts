import type { AmazonOrder } from '../order.ts';
import type { AmazonStore } from '../store.ts';
import type { MoneyEvent } from '../world.ts';

/** Writes down money that moved for an order; positive goes to the seller. */
export function moveMoney(
  store: AmazonStore,
  order: AmazonOrder,
  event: Pick<MoneyEvent, 'kind' | 'amountMinor' | 'atMs'>,
): void {
  store.world.moneyEvents.push({
    ...event,
    eventId: `amzn1.transaction.${store.newUuid()}`,
    orderId: order.orderId,
    currency: order.currency,
    sku: order.lines[0]?.sku ?? '',
  });
}

/** What the buyer paid for the goods. */
export function orderTotalMinor(order: AmazonOrder): number {
  return order.lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity + line.taxMinor, 0);
}
