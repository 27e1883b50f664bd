import type { Order } from '../order/order.ts';
import { shipTo } from '../order/ship-to.ts';
import type { PlatformId } from '../shared/platform.ts';
import { fillCard, type CardText } from './card-texts.ts';
import { buyerLanguage, type PaperLanguage } from './paper-language.ts';
import type { PackedOrder, PackingSlips, PickList, PickRow, ThankYouCard, ThankYouCards } from './slip.ts';

export interface PickListInput {
  readonly orders: readonly Order[];
  readonly binOf: (platform: PlatformId, sku: string) => string | null;
  /** Of the seller. */
  readonly language: PaperLanguage;
  readonly date: string;
}

/** Everything to fetch for these orders: equal goods together, by bin, then SKU; goods without a bin last. */
export function makePickList({ orders, binOf, language, date }: PickListInput): PickList {
  const rows = new Map<string, PickRow>();
  for (const order of orders) {
    for (const line of order.facts.lines) {
      const { sku, title, variant, quantity } = line;
      const key = JSON.stringify(sku === '' ? [title, variant] : [sku]);
      const known = rows.get(key) ?? {
        bin: binOf(order.facts.platform, sku),
        sku,
        title,
        variant,
        quantity: 0,
        orders: [],
      };
      const total = known.quantity + quantity;
      rows.set(key, { ...known, quantity: total, orders: withOrder(known.orders, order.facts.remoteId, quantity) });
    }
  }
  const sorted = [...rows.values()].sort(byPlace);
  const pieceCount = sorted.reduce((sum, row) => sum + row.quantity, 0);
  return { kind: 'pick-list', language, date, orderCount: orders.length, pieceCount, rows: sorted };
}

function withOrder(orders: PickRow['orders'], number: string, quantity: number): PickRow['orders'] {
  const known = orders.find((order) => order.number === number);
  if (known === undefined) return [...orders, { number, quantity }];
  return orders.map((order) => (order === known ? { number, quantity: known.quantity + quantity } : order));
}

/** Bins as people count: A2 before A10. */
function byPlace(left: PickRow, right: PickRow): number {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  if (left.bin === null || right.bin === null) {
    if (left.bin !== right.bin) return left.bin === null ? 1 : -1;
    return compare(left.sku, right.sku);
  }
  return compare(left.bin, right.bin) || compare(left.sku, right.sku);
}

export interface BuyerSlipInput {
  readonly orders: readonly Order[];
  readonly shopOf: (order: Order) => string;
}

export interface PackingSlipInput extends BuyerSlipInput {
  readonly dateOf: (order: Order) => string;
  /** Other orders whose goods lie in this one's parcel. */
  readonly companionsOf: (order: Order) => readonly Order[];
}

/** One slip a parcel, in its buyer's language. Of the buyer it has the name alone. */
export function makePackingSlips(input: PackingSlipInput): PackingSlips {
  const orders = input.orders.map((order): PackedOrder => {
    const { facts } = order;
    const country = countryOf(order);
    const companions = input.companionsOf(order);
    const lines = [order, ...companions].flatMap((one) => one.facts.lines);
    return {
      language: buyerLanguage(country, facts.platform),
      country,
      number: facts.remoteId,
      withNumbers: companions.map((one) => one.facts.remoteId),
      date: input.dateOf(order),
      shop: input.shopOf(order),
      buyer: buyerOf(order),
      lines: lines.map(({ sku, title, variant, quantity }) => ({ sku, title, variant, quantity })),
    };
  });
  return { kind: 'packing-slip', orders };
}

/** One card an order, in its buyer's language. */
export function makeThankYouCards(
  input: BuyerSlipInput & { readonly textOf: (order: Order, language: PaperLanguage) => CardText },
): ThankYouCards {
  const cards = input.orders.map((order): ThankYouCard => {
    const country = countryOf(order);
    const language = buyerLanguage(country, order.facts.platform);
    const names = { buyer: buyerOf(order), shop: input.shopOf(order) };
    const { title, body } = input.textOf(order, language);
    return { language, country, shop: names.shop, title: fillCard(title, names), body: fillCard(body, names) };
  });
  return { kind: 'thank-you-card', cards };
}

const countryOf = (order: Order): string | null => shipTo(order)?.country ?? order.facts.country;

/** Null where the platform hides the name behind stars or dots. */
function buyerOf(order: Order): string | null {
  const name = (order.facts.buyerName ?? shipTo(order)?.name ?? '').trim();
  return name === '' || /[*•]/.test(name) ? null : name;
}
