import type { OrderView } from '../../contract/methods/orders.ts';
import { exchange, type ExchangeRates } from '../../core/money/exchange.ts';
import { timesMoney, type Money } from '../../core/money/money.ts';
import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import { isBought, isLive, purchaseOf } from '../labels/purchase.ts';
import type { Reads } from '../ports/store.ts';
import { feePercentOf, ratesOf } from '../stock/money-settings.ts';
import { productsFor } from '../stock/products-for.ts';

type Margin = NonNullable<OrderView['margin']>;

/**
 * What is left of what the buyer paid, in the shop's currency, else the order's. Fees are the shop's usual share, goods
 * what the products cost her, postage the price of the label that was bought here. What is not known is null and is
 * not taken off; without the price paid or the cost of the goods there is no margin. Null: nothing is known at all.
 */
export async function marginOf({ store }: Pick<AppDeps, 'store'>, order: Order): Promise<OrderView['margin']> {
  const reads = store.read;
  const paid = paidFor(order);
  const goods = await goodsOf(reads, order);
  if (paid === null && goods === null) return null;
  const shop = await reads.shop(order.shopId);
  const rates = await ratesOf(reads);
  const currency = shop?.currency ?? paid?.[0]?.currency ?? rates.base;
  const sum = new Exchange(currency, rates);
  const paidMinor = sum.of(paid);
  const goodsMinor = sum.of(goods);
  const postageMinor = sum.of(await postageOf(reads, order));
  const percent = await feePercentOf(reads, order.shopId);
  const feesMinor = paidMinor === null || percent === null ? null : Math.round((paidMinor * percent) / 100);
  const marginMinor =
    paidMinor === null || goodsMinor === null ? null : paidMinor - goodsMinor - (feesMinor ?? 0) - (postageMinor ?? 0);
  const withoutRate = sum.withoutRate();
  const areFeesEstimated = feesMinor !== null;
  return { currency, paidMinor, feesMinor, goodsMinor, postageMinor, marginMinor, areFeesEstimated, withoutRate };
}

/** Sums amounts in one currency and remembers those that it had no rate for. */
class Exchange {
  readonly #currency: string;
  readonly #rates: ExchangeRates;
  readonly #missing = new Set<string>();

  constructor(currency: string, rates: ExchangeRates) {
    this.#currency = currency;
    this.#rates = rates;
  }

  /** In minor units; null when nothing is known, or a rate is missing. */
  of(amounts: readonly Money[] | null): number | null {
    let sum: Margin['paidMinor'] = amounts === null ? null : 0;
    for (const amount of amounts ?? []) {
      const exchanged = exchange(amount, this.#currency, this.#rates);
      if (!exchanged.ok) this.#missing.add(exchanged.missing);
      sum = exchanged.ok && sum !== null ? sum + exchanged.money.minor : null;
    }
    return sum;
  }

  withoutRate(): string[] {
    return [...this.#missing].sort();
  }
}

/** The platform's own total; where it tells none, all lines, if each has a price. */
function paidFor({ facts: { total, lines } }: Order): readonly Money[] | null {
  if (total !== null) return [total];
  return allKnown(
    lines.map(({ unitPrice, quantity }) => (unitPrice === null ? null : timesMoney(unitPrice, quantity))),
  );
}

async function goodsOf(reads: Reads, { facts }: Order): Promise<readonly Money[] | null> {
  const { platform, lines } = facts;
  const lookup = await productsFor(
    reads,
    lines.map(({ sku }) => ({ platform, sku })),
  );
  return allKnown(
    lines.map(({ sku, quantity }) => {
      const cost = lookup(platform, sku)?.cost ?? null;
      return cost === null ? null : timesMoney(cost, quantity);
    }),
  );
}

/** The label bought here, or under way; one that the seller bought elsewhere has no price that we know. */
async function postageOf(reads: Reads, { id }: Order): Promise<readonly Money[] | null> {
  const purchase = purchaseOf(await reads.effectsOfOrder(id));
  if (purchase === null || !(isLive(purchase) || isBought(purchase))) return null;
  const { price } = purchase.effect.offer;
  return price === null ? null : [price];
}

function allKnown(amounts: readonly (Money | null)[]): readonly Money[] | null {
  const known = amounts.filter((amount) => amount !== null);
  return amounts.length === 0 || known.length < amounts.length ? null : known;
}
