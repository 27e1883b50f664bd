import { pick, wholeBetween, type Random } from '../../random.ts';
import { wholeSecond } from '../gmt8.ts';
import { noEffects, type TaobaoOrder, type TaobaoTrade } from '../trade.ts';
import type { TaobaoItem } from '../world.ts';
import { somebody } from './people.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface TradeWish {
  serial: number;
  createdMs: number;
  items: readonly TaobaoItem[];
  /** Merchant codes and pieces; chosen by chance when absent. */
  lines?: readonly (readonly [outerSkuId: string, pieces: number])[];
  isPaid?: boolean;
}

/** Above 2^53, as the platform's are today. */
const firstTid = 3_719_055_060_544_802_021n;

/** A fresh trade: paid within minutes and waiting to be shipped, unless told otherwise. */
export function makeTrade(random: Random, wish: TradeWish): TaobaoTrade {
  const buyer = somebody(random);
  const tid = String(firstTid + BigInt(wish.serial) * 1_009_000_013n);
  const createdMs = wholeSecond(wish.createdMs);
  const isPaid = wish.isPaid !== false;
  const payMs = isPaid ? wholeSecond(createdMs + wholeBetween(random, 10, 300) * 1_000) : null;
  const status = isPaid ? 'WAIT_SELLER_SEND_GOODS' : 'WAIT_BUYER_PAY';
  const orders = linesOf(random, wish).map((line, index, all) => ({
    ...line,
    oid: all.length === 1 ? tid : String(BigInt(tid) + 1n + BigInt(index)),
    status,
  }));
  return {
    tid,
    status,
    type: 'fixed',
    createdMs,
    payMs,
    modifiedMs: payMs ?? createdMs,
    consignMs: null,
    endMs: null,
    timeoutActionMs: null,
    buyerNick: buyer.nick,
    buyerOpenUid: buyer.openUid,
    buyerMessage: random() < 0.12 ? pick(random, messages) : '',
    sellerMemo: '',
    sellerFlag: 0,
    receiver: buyer.receiver,
    formerReceivers: [],
    postFeeFen: random() < 0.2 ? 1_000 : 0,
    adjustFeeFen: 0,
    orders,
    shippingType: 'express',
    stepTradeStatus: '',
    stepPaidFen: 0,
    deliveryTimeMs: payMs === null ? null : payMs + 48 * hour,
    collectTimeMs: null,
    consignIntervalHours: null,
    deliveryRule: null,
    parcels: [],
    script: isPaid ? [] : [{ atMs: createdMs + 24 * hour, what: 'close-unpaid' }],
    effects: noEffects(),
  };
}

const messages = ['请发中通，谢谢', '送人的，麻烦包装好一点', '周末不在家，请工作日送', '不要放快递柜', '尽快发货'];

function linesOf(random: Random, wish: TradeWish): TaobaoOrder[] {
  if (wish.lines !== undefined) return wish.lines.map(([code, num]) => lineOf(wish.items, code, num));
  const shelf = wish.items.flatMap((item) => item.skus.map((sku) => sku.outerId));
  const kinds = random() < 0.78 ? 1 : wholeBetween(random, 2, 3);
  const codes = new Set(Array.from({ length: kinds }, () => pick(random, shelf)));
  return [...codes].map((code) => lineOf(wish.items, code, random() < 0.85 ? 1 : wholeBetween(random, 2, 4)));
}

function lineOf(items: readonly TaobaoItem[], outerSkuId: string, num: number): TaobaoOrder {
  const item = items.find((candidate) => candidate.skus.some((sku) => sku.outerId === outerSkuId));
  const sku = item?.skus.find((candidate) => candidate.outerId === outerSkuId);
  if (item === undefined || sku === undefined) throw new Error(`the shop sells no ${outerSkuId}`);
  return {
    oid: '',
    numIid: item.numIid,
    skuId: sku.skuId,
    outerIid: item.outerId,
    outerSkuId,
    title: item.title,
    skuPropertiesName: sku.propertiesName,
    picPath: item.picUrl,
    num,
    priceFen: sku.priceFen,
    discountFen: 0,
    status: '',
    refundStatus: 'NO_REFUND',
    refundId: '',
    logisticsCompany: '',
    invoiceNo: '',
    consignMs: null,
    endMs: null,
    isBuyerRated: false,
    isSellerRated: false,
    isShipBlocked: false,
    estimateConTime: '',
    customization: '',
  };
}
