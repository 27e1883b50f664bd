import { pick, wholeBetween, type Random } from '../../random.ts';
import { seoulDate } from '../answers/seoul-time.ts';
import { noEffects, type Box, type BoxItem } from '../box.ts';
import { goodsBySku, koreanGoods, type KoreanGoods } from './goods.ts';
import { somebodyInKorea } from './people.ts';

const day = 86_400_000;
/** Odd and above 2^53 at every step. */
const firstBoxId = 642_538_970_006_401_429n;
const firstOrderId = 9_100_041_863_244;

export interface BoxWish {
  /** Makes the ids; two boxes of one world must not share it. */
  serial: number;
  orderedAtMs: number;
  /** Days until the seller must have shipped. */
  dueInDays?: number;
  /** SKU and count; drawn from the shelf when absent. */
  items?: readonly (readonly [string, number])[];
  /** From the payment until the API shows it. */
  visibleDelayMs?: number;
}

/** A fresh, paid box of one order. */
export function makeBox(random: Random, wish: BoxWish): Box {
  const { serial, orderedAtMs, visibleDelayMs = 0 } = wish;
  const { isRemoteArea, ...people } = somebodyInKorea(random);
  const paidAtMs = orderedAtMs + 2_000;
  const dueOn = seoulDate(orderedAtMs + (wish.dueInDays ?? 3) * day);
  const items = (wish.items?.map(([sku, count]) => ({ goods: goodsBySku(sku), count })) ?? drawn(random)).map(
    ({ goods, count }) => makeItem(goods, count, dueOn),
  );
  return {
    shipmentBoxId: (firstBoxId + 2n * BigInt(serial)).toString(),
    orderId: String(firstOrderId + 17 * serial),
    paymentId: String(firstOrderId + 17 * serial + 1),
    status: 'ACCEPT',
    orderedAtMs,
    paidAtMs,
    visibleAtMs: paidAtMs + visibleDelayMs,
    ...people,
    shippingPriceKrw: 0,
    remotePriceKrw: isRemoteArea ? 5_000 : null,
    isRemoteArea,
    canSplit: items.length > 1,
    isSplit: false,
    items,
    carrierCode: '',
    invoiceNumber: '',
    inTransitAtMs: null,
    deliveredAtMs: null,
    refer: pick(random, ['아이폰앱', '안드로이드앱', '안드로이드앱', 'PC웹']),
    shipmentType: 'THIRD_PARTY',
    history: [{ status: 'ACCEPT', atMs: paidAtMs }],
    script: [],
    isAcknowledging: false,
    effects: noEffects(),
  };
}

function drawn(random: Random): { goods: KoreanGoods; count: number }[] {
  const first = pick(random, koreanGoods);
  const second = random() < 0.25 ? koreanGoods.find((goods) => goods !== first) : undefined;
  const chosen = second === undefined ? [first] : [first, second];
  return chosen.map((goods) => ({ goods, count: random() < 0.8 ? 1 : wholeBetween(random, 2, 4) }));
}

function makeItem(goods: KoreanGoods, count: number, dueOn: string): BoxItem {
  return {
    vendorItemId: goods.vendorItemId,
    vendorItemName: `${goods.name}, ${goods.option}`,
    productId: goods.productId,
    sellerProductId: goods.sellerProductId,
    sellerProductName: goods.name,
    sellerProductItemName: goods.option,
    externalVendorSkuCode: goods.sku,
    shippingCount: count,
    cancelCount: 0,
    holdCountForCancel: 0,
    unitPriceKrw: goods.priceKrw,
    discountKrw: { instant: 0, downloadable: 0, coupang: 0 },
    etcInfoHeader: null,
    etcInfoValues: null,
    estimatedShippingDate: dueOn,
    plannedShippingDate: '',
    invoiceUploadedAtMs: null,
  };
}
