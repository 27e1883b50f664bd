import { demoCatalogue, type DemoProduct } from '../../busy-day/catalogue.ts';
import { pick, wholeBetween, type Random } from '../../random.ts';
import { noEffects, type AliLine, type AliOrder } from '../order.ts';
import { enter } from '../rules/move.ts';
import { declareService } from '../services.ts';
import { digestOf } from '../store.ts';
import { realisticTimings, type AliTimings } from '../timings.ts';
import { productIdOf, usdCents, englishTitle } from './goods.ts';
import { somebody } from './people.ts';

export interface OrderWish {
  serial: number;
  createdAtMs: number;
  country?: string;
  /** Offer ids and pieces; chosen by chance when absent. */
  items?: readonly (readonly [offerId: string, quantity: number])[];
  /** The declare key that the buyer chose. */
  logisticsType?: string;
  prepareDays?: number;
  memo?: string;
  isUncounted?: boolean;
  timings?: AliTimings;
}

/** A fresh order, placed and not yet paid; see `move` for the rest of its life. */
export function makeOrder(random: Random, wish: OrderWish): AliOrder {
  const { buyer, address } = somebody(random, wish.country);
  const orderId = orderIdOf(wish.serial);
  const order: AliOrder = {
    orderId,
    status: 'PLACE_ORDER_SUCCESS',
    issueStatus: 'NO_ISSUE',
    frozenStatus: 'NO_FROZEN',
    frozenAtMs: null,
    createdAtMs: wish.createdAtMs,
    paidAtMs: null,
    sentAtMs: null,
    endedAtMs: null,
    modifiedAtMs: wish.createdAtMs,
    currency: 'USD',
    logisticsCents: wholeBetween(random, 0, 4) * 99,
    paymentType: pick(random, ['migs', 'paypal', 'mixedCard', 'wallet_alipay_cn']),
    buyer,
    address,
    oaid: digestOf(orderId, address),
    lines: [],
    sendDueAtMs: null,
    acceptDueAtMs: null,
    extendedDays: 0,
    cancelRequest: null,
    endReason: '',
    refund: null,
    remark: null,
    isUncounted: wish.isUncounted ?? false,
    shipments: [],
    timers: {},
    effects: noEffects(),
  };
  order.lines = linesOf(random, wish, orderId);
  enter(order, order.status, wish.createdAtMs, wish.timings ?? realisticTimings);
  return order;
}

/** Sixteen digits. Every third id is beyond 2^53 and odd, which a client that reads doubles would get wrong. */
function orderIdOf(serial: number): string {
  const spread = BigInt(serial) * 104_728n;
  return (serial % 3 === 0 ? 9_100_000_000_000_001n + spread : 8_160_045_860_056_286n + spread).toString();
}

function linesOf(random: Random, wish: OrderWish, orderId: string): AliLine[] {
  const items = wish.items ?? chosenItems(random);
  const service =
    wish.logisticsType ?? pick(random, ['CAINIAO_STANDARD', 'CAINIAO_STANDARD', 'CAINIAO_PREMIUM', 'CAINIAO_ECONOMY']);
  return items.map(([offerId, quantity], index) => {
    const product = demoCatalogue.find((candidate) => candidate.offerId === offerId);
    if (product === undefined) throw new Error(`the demo catalogue has no ${offerId}`);
    return lineOf(product, {
      childId: (BigInt(orderId) + 2n * BigInt(index + 1)).toString(),
      sortId: index + 1,
      quantity,
      service,
      memo: index === 0 ? (wish.memo ?? '') : '',
      prepareDays: wish.prepareDays ?? 7,
    });
  });
}

function chosenItems(random: Random): [string, number][] {
  const first = pick(random, demoCatalogue);
  const second = pick(random, demoCatalogue);
  const items: [string, number][] = [[first.offerId, random() < 0.85 ? 1 : 2]];
  if (random() < 0.25 && second.offerId !== first.offerId) items.push([second.offerId, 1]);
  return items;
}

function lineOf(
  product: DemoProduct,
  wish: { childId: string; sortId: number; quantity: number; service: string; memo: string; prepareDays: number },
): AliLine {
  return {
    childId: wish.childId,
    sortId: wish.sortId,
    productId: productIdOf(product.offerId),
    skuId: `${product.sku}:0`,
    skuCode: product.offerId,
    name: englishTitle(product.offerId),
    attributes: product.variant,
    quantity: wish.quantity,
    unitCents: usdCents(product),
    imageUrl: `https://ae01.alicdn.com/kf/${product.sku}.jpg`,
    logisticsType: wish.service,
    logisticsServiceName: declareService(wish.service)?.displayName ?? wish.service,
    memo: wish.memo,
    isWarehouseSent: false,
    isSemiManaged: false,
    goodsPrepareDays: wish.prepareDays,
    issueStatus: 'NO_ISSUE',
    endReason: '',
  };
}
