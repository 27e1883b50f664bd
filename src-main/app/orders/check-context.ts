import { runChecks, type CheckContext } from '../../core/order/checks.ts';
import type { Order } from '../../core/order/order.ts';
import type { Reads } from '../ports/store.ts';

/** Reads once what the checks of these orders need from the catalogue. */
export async function checkContextFor(reads: Reads, skus: Iterable<string>): Promise<CheckContext> {
  const products = await reads.products([...new Set(skus)]);
  const quantities = new Map(products.map((product) => [product.sku, product.quantity]));
  return { stockOf: (sku) => quantities.get(sku) ?? null };
}

/** The order with its checks run again. */
export function withChecks(order: Order, context: CheckContext): Order {
  return { ...order, checks: runChecks(order.facts, order.work, context) };
}

/** The SKUs that an order's checks ask about. */
export function skusOf(order: Pick<Order, 'facts'>): string[] {
  return order.facts.lines.map((line) => line.sku);
}
