import { moneyToDecimal, type Money } from '../money/money.ts';
import { missingOf } from './claims.ts';

/** What an order's checks ask of the product that stands for its article. */
export interface ShelfProduct {
  readonly sku: string;
  /** Pieces on the shelf less what goes before this order; below nothing when even those lack some. Null: not counted. */
  readonly free: number | null;
  /** A price a piece below this, in the same currency, wants a look. */
  readonly floorPrice: Money | null;
}

interface ShelfLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: Money | null;
}

interface ShelfCheck {
  readonly code: 'out-of-stock' | 'price-low';
  readonly blocking: boolean;
  readonly params: Readonly<Record<string, string>>;
}

interface Wish {
  readonly product: ShelfProduct;
  readonly pieces: number;
  /** The lowest price a piece in the currency of the product's floor. */
  readonly price: Money | null;
}

/** What the shelf and the price list say against an order's lines: at most two checks a product. */
export function shelfChecks(
  lines: readonly ShelfLine[],
  productOf: (articleSku: string) => ShelfProduct | null,
): ShelfCheck[] {
  return [...wishesOf(lines, productOf).values()].flatMap((wish) => [...stockCheck(wish), ...priceCheck(wish)]);
}

/** Two articles may be one product: their pieces count together. */
function wishesOf(
  lines: readonly ShelfLine[],
  productOf: (articleSku: string) => ShelfProduct | null,
): Map<string, Wish> {
  const wishes = new Map<string, Wish>();
  for (const { sku, quantity, unitPrice } of lines) {
    const product = quantity > 0 ? productOf(sku) : null;
    if (product === null) continue;
    const known = wishes.get(product.sku) ?? { product, pieces: 0, price: null };
    const price = unitPrice?.currency === product.floorPrice?.currency ? lower(known.price, unitPrice) : known.price;
    wishes.set(product.sku, { product, pieces: known.pieces + quantity, price });
  }
  return wishes;
}

function lower(left: Money | null, right: Money | null): Money | null {
  if (left === null || right === null) return left ?? right;
  return right.minor < left.minor ? right : left;
}

function stockCheck({ product: { sku, free }, pieces }: Wish): ShelfCheck[] {
  const missing = free === null ? 0 : missingOf(free, pieces);
  if (missing === 0) return [];
  return [{ code: 'out-of-stock', blocking: true, params: { sku, missing: String(missing), wanted: String(pieces) } }];
}

function priceCheck({ product: { sku, floorPrice }, price }: Wish): ShelfCheck[] {
  // What is given away (a replacement, a gift) has no price to compare.
  if (floorPrice === null || price === null || price.minor === 0 || price.minor >= floorPrice.minor) return [];
  const { currency } = floorPrice;
  const params = { sku, price: moneyToDecimal(price), floor: moneyToDecimal(floorPrice), currency };
  return [{ code: 'price-low', blocking: true, params }];
}
