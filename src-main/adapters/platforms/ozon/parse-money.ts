import { type Money, parseMoney } from '../../../core/money/money.ts';
import type { ProductShape } from './schema.ts';

/** A product's unit price in the contract currency, with a warning code when it is absent or unreadable. */
export function parsePrice(product: ProductShape): { readonly money: Money | null; readonly warning: string | null } {
  const { amount, currency } = product.price;
  const parsed = parseMoney(amount ?? '', currency ?? product.currency_code ?? '');
  if (!parsed.ok) return { money: null, warning: 'price-unreadable' };
  return { money: parsed.money, warning: parsed.rounded ? 'price-rounded' : null };
}
