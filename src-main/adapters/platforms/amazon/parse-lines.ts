import type { OrderLine } from '../../../core/order/facts.ts';
import { readMoney } from './parse-money.ts';
import type { ItemShape } from './schema.ts';

/** Order items → lines. A line whose pieces were all cancelled stays with the quantity 0. */
export function parseLines(
  items: readonly ItemShape[],
  isPending: boolean,
): { readonly lines: OrderLine[]; readonly warnings: string[] } {
  const warnings = new Set<string>();
  const lines = items.map((item): OrderLine => {
    const { product } = item;
    const unitPrice = readMoney(product?.price?.unitPrice ?? null);
    // Orders that are not paid may come without prices.
    if (unitPrice === null && !isPending) warnings.add('price-unreadable');
    if (product?.sellerSku === null) warnings.add('sku-missing');
    const sku = product?.sellerSku ?? product?.asin ?? item.orderItemId;
    return {
      remoteId: item.orderItemId,
      remoteSku: sku,
      sku,
      title: product?.title ?? sku,
      variant: null,
      quantity: quantityOf(item),
      unitPrice,
    };
  });
  if (lines.length === 0) warnings.add('no-lines');
  return { lines, warnings: [...warnings] };
}

/**
 * Pieces that were ordered without those that were cancelled: what is shipped and what waits. Where the order says
 * nothing of either, or says zero of both without a cancellation, what was ordered stands.
 */
export function quantityOf({ quantityOrdered, fulfillment, cancellation }: ItemShape): number {
  const fulfilled = fulfillment?.quantityFulfilled ?? null;
  const waiting = fulfillment?.quantityUnfulfilled ?? null;
  const known = (fulfilled ?? 0) + (waiting ?? 0);
  const wasCancelled = (cancellation?.cancellationExecution ?? null) !== null;
  if (wasCancelled) return Math.min(quantityOrdered, known);
  return fulfilled === null || waiting === null || known === 0 ? quantityOrdered : Math.min(quantityOrdered, known);
}
