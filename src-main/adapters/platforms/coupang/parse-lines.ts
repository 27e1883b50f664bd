import type { OrderLine } from '../../../core/order/facts.ts';
import { readMoney } from './parse-money.ts';
import type { ItemShape } from './sheet-schema.ts';
import { isBeforeShipping } from './units-status.ts';

/**
 * Pieces to ship: what was ordered without what was cancelled and, until it has left, without what waits for a
 * decision on its cancel. Afterwards the same count stands for returns and no longer matters here.
 */
export function piecesOf(item: ItemShape, status: string): number {
  const held = isBeforeShipping(status) ? item.holdCountForCancel : 0;
  return Math.max(0, item.shippingCount - item.cancelCount - held);
}

/** Items → lines; one that comes twice in a box is numbered. */
export function parseLines(
  items: readonly ItemShape[],
  status: string,
): { readonly lines: OrderLine[]; readonly warnings: string[] } {
  const warnings = new Set<string>();
  const seen = new Map<string, number>();
  const lines = items.map((item): OrderLine => {
    const unitPrice = readMoney(item.salesPrice);
    if (unitPrice === null) warnings.add('price-unreadable');
    const times = (seen.get(item.vendorItemId) ?? 0) + 1;
    seen.set(item.vendorItemId, times);
    return {
      remoteId: times === 1 ? item.vendorItemId : `${item.vendorItemId}#${times}`,
      remoteSku: item.vendorItemId,
      sku: item.externalVendorSkuCode ?? item.vendorItemId,
      title: item.vendorItemName ?? item.sellerProductName ?? item.vendorItemId,
      variant: variantOf(item),
      quantity: piecesOf(item, status),
      unitPrice,
    };
  });
  if (lines.length === 0) warnings.add('no-lines');
  return { lines, warnings: [...warnings] };
}

/** An option that the platform made by itself ("two of it") counts once and is several pieces: that must be seen. */
function variantOf(item: ItemShape): string | null {
  const option = item.sellerProductItemName ?? item.firstSellerProductItemName;
  const isBundle = item.upBundleItem && item.upBundleSize !== null && item.upBundleSize !== '1';
  return isBundle ? [option, `×${item.upBundleSize}`].filter((part) => part !== null).join(' ') : option;
}
