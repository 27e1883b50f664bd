import { noEffects, type OzonPosting, type PostingLine } from '../ozon/posting.ts';
import type { Integration } from '../ozon/world.ts';
import { pick, wholeBetween, type Random } from '../random.ts';
import { demoCatalogue, demoProduct, type DemoProduct } from './catalogue.ts';
import { somebodySomewhere } from './people.ts';
import { methodFor } from './shop.ts';

export interface PostingWish {
  serial: number;
  nowMs: number;
  integration: Integration;
  inProcessAtMs: number;
  shipmentDateMs: number;
  /** Offer ids and pieces; chosen by chance when absent. */
  items?: readonly (readonly [offerId: string, quantity: number])[];
}

/** A fresh order of one posting, waiting to be packed. */
export function makePosting(random: Random, wish: PostingWish): OzonPosting {
  const { customer, town } = somebodySomewhere(random);
  const orderNumber = orderNumberOf(wish.serial);
  return {
    postingNumber: `${orderNumber}-1`,
    orderId: orderIdOf(wish.serial),
    orderNumber,
    parentPostingNumber: '',
    status: 'awaiting_packaging',
    substatus: 'posting_created',
    previousSubstatus: '',
    statusChangedAtMs: wish.inProcessAtMs,
    integration: wish.integration,
    methodId: methodFor[wish.integration],
    trackingNumber: '',
    scanit: `ii${30_525_117_000 + wish.serial}`,
    upperBarcode: `%101%${806_000_000 + wish.serial}`,
    lowerBarcode: String(23_024_930_500_000 + wish.serial),
    inProcessAtMs: wish.inProcessAtMs,
    shipmentDateMs: wish.shipmentDateMs,
    originalShipmentDateMs: wish.shipmentDateMs,
    deliveringAtMs: null,
    lines: linesOf(random, wish),
    customer: wish.integration === 'ozon' ? null : customer,
    destination: { region: town.region, city: town.city, cluster: town.cluster },
    cancellation: null,
    isShipping: false,
    failsNextShip: false,
    acceptedTracking: '',
    isChangingStatus: false,
    labelReadyAtMs: null,
    script: [],
    effects: noEffects(),
  };
}

/** Looks drawn by lot, yet no two serials share one: the factor has no divisor in common with 10^9. */
function orderNumberOf(serial: number): string {
  const buyer = String((serial * 618_033_989) % 1_000_000_000).padStart(10, '0');
  return `${buyer}-${String((serial * 13) % 10_000).padStart(4, '0')}`;
}

/** Every seventh order has an id beyond 2^53, which a client that reads doubles would get wrong. */
function orderIdOf(serial: number): string {
  return serial % 7 === 3 ? String(9_007_199_254_740_993n + 2n * BigInt(serial)) : String(33_301_885_000 + serial);
}

function linesOf(random: Random, wish: PostingWish): PostingLine[] {
  if (wish.items !== undefined) return wish.items.map(([offerId, quantity]) => lineOf(demoProduct(offerId), quantity));
  const kinds = random() < 0.82 ? 1 : 2;
  const chosen = new Map<string, DemoProduct>();
  while (chosen.size < kinds) {
    const product = pick(random, demoCatalogue);
    // What is out of stock is ordered on purpose only.
    if (product.quantity > 0) chosen.set(product.offerId, product);
  }
  return [...chosen.values()].map((product) => lineOf(product, random() < 0.75 ? 1 : wholeBetween(random, 2, 4)));
}

function lineOf(product: DemoProduct, quantity: number): PostingLine {
  return {
    sku: product.sku,
    offerId: product.offerId,
    name: `${product.title} ${product.variant} / ${product.titleRu}, ${product.variantRu}`,
    quantity,
    price: product.priceCny,
    oldPrice: product.oldPriceCny,
    currency: 'CNY',
    weightKg: product.weightKg,
    color: product.variantRu.split(',')[0] ?? '',
  };
}
