import type { OrderLine } from '../../../core/order/facts.ts';
import { parsePrice } from './parse-money.ts';
import type { ProductShape } from './schema.ts';

/**
 * Products → lines. Ozon gives a line no id of its own, so its SKU stands in, numbered where one SKU comes twice.
 * A product whose quantity went to zero (cancelled in part) is no line any more.
 */
export function parseLines(products: readonly ProductShape[]): {
  readonly lines: OrderLine[];
  readonly warnings: string[];
} {
  const warnings = new Set<string>();
  const seen = new Map<string, number>();
  const lines = products
    .filter((product) => product.quantity > 0)
    .map((product): OrderLine => {
      const { money, warning } = parsePrice(product);
      if (warning !== null) warnings.add(warning);
      if (product.offer_id === null) warnings.add('offer-id-missing');
      const times = (seen.get(product.sku) ?? 0) + 1;
      seen.set(product.sku, times);
      return {
        remoteId: times === 1 ? product.sku : `${product.sku}#${times}`,
        remoteSku: product.sku,
        sku: product.offer_id ?? product.sku,
        title: product.name ?? product.offer_id ?? product.sku,
        variant: product.product_color,
        quantity: product.quantity,
        unitPrice: money,
      };
    });
  if (lines.length === 0) warnings.add('no-lines');
  return { lines, warnings: [...warnings] };
}
