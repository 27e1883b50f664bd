import type { OrderId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';

/** What a scanned code means: the orders that carry it; else the product of this SKU, as written or in capitals. */
export async function scanCode(
  reads: Pick<Reads, 'ordersByCode' | 'products'>,
  code: string,
): Promise<{ orderIds: OrderId[]; sku: string | null }> {
  const orderIds = await reads.ordersByCode(code);
  if (orderIds.length > 0) return { orderIds, sku: null };
  const typed = code.trim();
  const [product] = await reads.products([typed, typed.toUpperCase()]);
  return { orderIds, sku: product?.sku ?? null };
}
