import { exchange, type ExchangeRates } from '../../core/money/exchange.ts';
import type { Money } from '../../core/money/money.ts';
import { runChecks, type CheckContext } from '../../core/order/checks.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { claimedBefore, type Place } from '../../core/stock/claims.ts';
import { piecesByArticle } from '../../core/stock/goods.ts';
import type { Reads } from '../ports/store.ts';
import type { ProductRow } from '../ports/store-rows.ts';
import { ratesOf } from '../stock/money-settings.ts';
import { productsFor } from '../stock/products-for.ts';

type ContextOrder = Pick<Order, 'id' | 'facts'>;

/** From so many orders of one product on, one look at all its claims is quicker than a sum for each. */
const MANY = 10;

/** Reads once what the checks of these orders need: the product of each article, and what of it is left for the order. */
export async function checkContextFor(reads: Reads, orders: Iterable<ContextOrder>): Promise<CheckContext> {
  const asked = new Map([...orders].map((order) => [order.id, order]));
  const articles = [...asked.values()].flatMap(({ facts }) =>
    [...piecesByArticle(facts).keys()].map((sku) => ({ platform: facts.platform, sku })),
  );
  const lookup = await productsFor(reads, articles);
  const productOf = (orderId: OrderId, sku: string): ProductRow | null => {
    const platform = asked.get(orderId)?.facts.platform;
    return platform === undefined ? null : lookup(platform, sku);
  };
  const places = new Map<string, Place[]>();
  for (const { id, facts } of asked.values()) {
    for (const sku of countedSkus(facts, (article) => productOf(id, article))) {
      places.set(sku, [...(places.get(sku) ?? []), { id, placedAtMs: facts.placedAtMs }]);
    }
  }
  const before = new Map<string, ReadonlyMap<OrderId, number>>();
  for (const [sku, wanted] of places) before.set(sku, await reservedBefore(reads, sku, wanted));
  const hasFloor = articles.some(({ platform, sku }) => (lookup(platform, sku)?.floorPrice ?? null) !== null);
  const rates = hasFloor ? await ratesOf(reads) : NO_RATES;
  return {
    productOf: (orderId, article) => {
      const product = productOf(orderId, article);
      if (product === null) return null;
      const { sku, quantity, floorPrice } = product;
      const free = quantity === null ? null : quantity - (before.get(sku)?.get(orderId) ?? 0);
      const currency = asked.get(orderId)?.facts.lines.find((line) => line.sku === article)?.unitPrice?.currency;
      return { sku, free, floorPrice: floorPrice === null ? null : inCurrency(floorPrice, currency, rates) };
    },
  };
}

/** The floor in the currency that the order is paid in; without her rate for it, as she wrote it. */
function inCurrency(floor: Money, currency: string | undefined, rates: ExchangeRates): Money {
  const exchanged = currency === undefined ? null : exchange(floor, currency, rates);
  return exchanged?.ok === true ? exchanged.money : floor;
}

const NO_RATES: ExchangeRates = { base: '', rates: {} };

function countedSkus(facts: Order['facts'], productOf: (article: string) => ProductRow | null): Set<string> {
  const products = [...piecesByArticle(facts).keys()].map(productOf);
  return new Set(products.flatMap((product) => (product === null || product.quantity === null ? [] : [product.sku])));
}

async function reservedBefore(reads: Reads, sku: string, places: readonly Place[]): Promise<Map<OrderId, number>> {
  if (places.length >= MANY) return claimedBefore(await reads.claims(sku), places);
  const before = new Map<OrderId, number>();
  for (const place of places) before.set(place.id, await reads.reservedBefore(sku, place));
  return before;
}

/** The order with its checks run again. */
export function withChecks(order: Order, context: CheckContext): Order {
  return { ...order, checks: runChecks(order, context) };
}
