import { demoCatalogue } from '../../busy-day/catalogue.ts';
import { pick, wholeBetween, type Random } from '../../random.ts';
import { marketplaceById, type Region } from '../marketplaces.ts';
import { noEffects, type AmazonLine, type AmazonOrder } from '../order.ts';
import { somebodyIn } from './buyers.ts';
import { listingOf } from './titles.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface OrderWish {
  serial: number;
  region: Region;
  createdAtMs: number;
  /** Two days after the order unless told. */
  shipByMs?: number;
  /** Skus and pieces; chosen by chance when absent. */
  items?: readonly (readonly [sku: string, quantity: number])[];
}

/** A fresh order, paid and waiting to be shipped. The same wish and randomness give the same order. */
export function makeAmazonOrder(random: Random, wish: OrderWish): AmazonOrder {
  const { marketplaceId, buyer, address } = somebodyIn(wish.region, random);
  const { currency, language, countryCode } = marketplaceById(marketplaceId);
  const latestMs = wish.shipByMs ?? endOfDay(wish.createdAtMs + 2 * day);
  return {
    orderId: orderIdOf(wish.serial),
    sellerOrderId: null,
    region: wish.region,
    marketplaceId,
    createdAtMs: wish.createdAtMs,
    updatedAtMs: wish.createdAtMs,
    stage: 'OPEN',
    fulfilledBy: 'MERCHANT',
    serviceLevel: 'STANDARD',
    programs: [],
    associatedOrders: [],
    shipByWindow: { earliestMs: Math.min(wish.createdAtMs, latestMs), latestMs },
    deliverByWindow: { earliestMs: latestMs + 5 * day, latestMs: latestMs + 12 * day },
    labelPrintingFromMs: null,
    buyer,
    address,
    addressInstruction: '',
    isAddressWithheld: false,
    currency,
    lines: itemsOf(random, wish).map(([sku, quantity], index) =>
      lineOf(wish.serial, index, { sku, quantity, language, currency, countryCode }),
    ),
    packages: [],
    script: [],
    effects: noEffects(),
  };
}

/** 3-7-7 digits that look drawn by lot; no two serials share one, because the factors have no divisor in common with 10^7. */
export function orderIdOf(serial: number): string {
  const middle = String((serial * 6_180_339) % 10_000_000).padStart(7, '0');
  const last = String((serial * 7_320_509) % 10_000_000).padStart(7, '0');
  return `1${String(10 + (serial % 17)).padStart(2, '0')}-${middle}-${last}`;
}

function itemsOf(random: Random, wish: OrderWish): readonly (readonly [string, number])[] {
  if (wish.items !== undefined) return wish.items;
  const kinds = random() < 0.8 ? 1 : 2;
  const skus = new Set(Array.from({ length: kinds }, () => pick(random, demoCatalogue).offerId));
  return [...skus].map((sku) => [sku, random() < 0.75 ? 1 : wholeBetween(random, 2, 4)] as const);
}

function lineOf(
  serial: number,
  index: number,
  item: { sku: string; quantity: number; language: string; currency: string; countryCode: string },
): AmazonLine {
  const { title, priceMinor } = listingOf(item.sku, item.language, item.currency);
  return {
    // 14 digits: inside 2^53, yet a client that does sums with it gets what it deserves.
    orderItemId: String(12_345_000_000_000 + serial * 100 + index),
    asin: asinOf(item.sku),
    sku: item.sku,
    title,
    quantity: item.quantity,
    unitPriceMinor: priceMinor,
    taxMinor: item.countryCode === 'US' ? Math.round(priceMinor * item.quantity * 0.08) : 0,
    programs: [],
    giftMessage: '',
    giftWrapLevel: '',
    customizedUrl: '',
    iossNumber: item.countryCode === 'DE' ? 'IM2760000742' : '',
    shippingConstraints: [],
    scheduledDelivery: null,
    cancellationRequest: null,
    cancellationExecution: null,
  };
}

/** A made-up ASIN for a sku, always the same. */
export function asinOf(sku: string): string {
  let mixed = 7;
  for (const letter of sku) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return `B0${mixed.toString(36).toUpperCase().padStart(8, '0').slice(-8)}`;
}

/** Ship-by ends with a local day; this one ends at 07:59:59 in UTC, as in the American west. */
function endOfDay(atMs: number): number {
  return Math.floor(atMs / day) * day + 8 * hour - 1_000;
}
