import { gmt8Text } from '../gmt8.ts';
import { yuan } from '../money.ts';
import { maskedReceiver, maskNick } from '../rules/mask.ts';
import { oaidOf } from '../rules/oaid.ts';
import type { WorldStore } from '../store.ts';
import { goodsFen, orderPaymentFen, paymentFen, type TaobaoOrder, type TaobaoTrade } from '../trade.ts';
import { list } from './tree.ts';

/** Every field of a trade that has a value here; the API picks what it knows and what was asked for. */
export function tradeAnswer(store: WorldStore, trade: TaobaoTrade): Record<string, unknown> {
  return {
    ...identity(store, trade),
    ...money(trade),
    ...times(trade),
    ...receiver(trade),
    oaid: oaidOf(store, trade),
    orders: list(
      'order',
      trade.orders.map((order) => orderAnswer(trade, order, store.world.seller.type)),
    ),
    logistics_infos: logisticsInfos(trade),
  };
}

function identity(store: WorldStore, trade: TaobaoTrade): Record<string, unknown> {
  const { seller } = store.world;
  const single = trade.orders.length === 1 ? trade.orders[0] : undefined;
  const sent = trade.parcels.find((parcel) => parcel.consignMs !== null);
  return {
    tid: BigInt(trade.tid),
    tid_str: trade.tid,
    title: seller.shopTitle,
    seller_nick: seller.nick,
    buyer_nick: maskNick(trade.buyerNick),
    buyer_open_uid: trade.buyerOpenUid,
    status: trade.status,
    type: trade.type,
    trade_from: 'WAP,WAP',
    shipping_type: trade.shippingType,
    sid: sent?.outSid,
    num: trade.orders.reduce((sum, order) => sum + order.num, 0),
    num_iid: single === undefined ? undefined : BigInt(single.numIid),
    price: single === undefined ? undefined : yuan(single.priceFen),
    pic_path: trade.orders[0]?.picPath,
    has_buyer_message: trade.buyerMessage !== '',
    buyer_message: filled(trade.buyerMessage),
    seller_memo: filled(trade.sellerMemo),
    seller_flag: trade.sellerFlag,
    step_trade_status: filled(trade.stepTradeStatus),
    is_part_consign: trade.parcels.filter((parcel) => parcel.consignMs !== null).length > 1,
    consign_interval: trade.consignIntervalHours,
    buyer_rate: trade.orders.every((order) => order.isBuyerRated),
    seller_rate: trade.orders.every((order) => order.isSellerRated),
    seller_can_rate: trade.orders.some((order) => order.status === 'TRADE_FINISHED' && !order.isSellerRated),
  };
}

function money(trade: TaobaoTrade): Record<string, unknown> {
  return {
    payment: yuan(paymentFen(trade)),
    total_fee: yuan(goodsFen(trade)),
    discount_fee: yuan(trade.orders.reduce((sum, order) => sum + order.discountFen, 0)),
    post_fee: yuan(trade.postFeeFen),
    adjust_fee: yuan(trade.adjustFeeFen),
    received_payment: yuan(trade.status === 'TRADE_FINISHED' ? paymentFen(trade) : 0),
    step_paid_fee: trade.stepTradeStatus === '' ? undefined : yuan(trade.stepPaidFen),
  };
}

function times(trade: TaobaoTrade): Record<string, unknown> {
  return {
    created: gmt8Text(trade.createdMs),
    pay_time: dateOrNone(trade.payMs),
    modified: gmt8Text(trade.modifiedMs),
    async_modified: gmt8Text(trade.modifiedMs),
    consign_time: dateOrNone(trade.consignMs),
    end_time: dateOrNone(trade.endMs),
    timeout_action_time: hasChildWithRefund(trade) ? undefined : dateOrNone(trade.timeoutActionMs),
    delivery_time: dateOrNone(trade.deliveryTimeMs),
    collect_time: dateOrNone(trade.collectTimeMs),
  };
}

function receiver(trade: TaobaoTrade): Record<string, unknown> {
  const masked = maskedReceiver(trade.receiver);
  return {
    receiver_name: masked.name,
    receiver_mobile: filled(masked.mobile),
    receiver_phone: filled(masked.phone),
    receiver_country: filled(masked.country),
    receiver_state: masked.state,
    receiver_city: filled(masked.city),
    receiver_district: filled(masked.district),
    receiver_town: filled(masked.town),
    receiver_address: masked.address,
    receiver_zip: masked.zip,
  };
}

function orderAnswer(trade: TaobaoTrade, order: TaobaoOrder, sellerType: string): Record<string, unknown> {
  const paidFen = orderPaymentFen(order);
  // Only a one-line trade counts its postage into the child's payment.
  const withPostageFen = trade.orders.length === 1 ? paidFen + trade.postFeeFen + trade.adjustFeeFen : paidFen;
  return {
    oid: BigInt(order.oid),
    oid_str: order.oid,
    num_iid: BigInt(order.numIid),
    sku_id: filled(order.skuId),
    outer_iid: filled(order.outerIid),
    outer_sku_id: filled(order.outerSkuId),
    title: order.title,
    sku_properties_name: filled(order.skuPropertiesName),
    pic_path: order.picPath,
    num: order.num,
    price: yuan(order.priceFen),
    total_fee: yuan(order.priceFen * order.num),
    discount_fee: yuan(order.discountFen),
    adjust_fee: '0.00',
    payment: yuan(withPostageFen),
    divide_order_fee: yuan(paidFen),
    part_mjz_discount: '0.00',
    status: order.status,
    refund_status: order.refundStatus,
    refund_id: filled(order.refundId),
    seller_type: sellerType,
    logistics_company: filled(order.logisticsCompany),
    invoice_no: filled(order.invoiceNo),
    consign_time: dateOrNone(order.consignMs),
    end_time: dateOrNone(order.endMs),
    buyer_rate: order.isBuyerRated,
    seller_rate: order.isSellerRated,
    estimate_con_time: filled(order.estimateConTime),
    customization: filled(order.customization),
    is_sh_ship: order.isShipBlocked,
    delivery_time: dateOrNone(trade.deliveryTimeMs),
    promise_collect_time: dateOrNone(trade.collectTimeMs),
    timeout_action_time: order.refundStatus === 'NO_REFUND' ? dateOrNone(trade.timeoutActionMs) : undefined,
  };
}

/** Which carriers the label may come from, per child (taobao.md §4.3). */
function logisticsInfos(trade: TaobaoTrade): unknown {
  const rule = trade.deliveryRule;
  if (rule === null) return undefined;
  const infos = trade.orders.map((order) => ({
    trade_id: BigInt(trade.tid),
    sub_trade_id: BigInt(order.oid),
    biz_delivery_type: rule.kind,
    white_delivery_cps: filled(rule.whiteCompanies.join(',')),
    black_delivery_cps: filled(rule.blackCompanies.join(',')),
    unused_delivery_error_msg: rule.kind === 2 ? unusedDeliveryMessage : undefined,
    used_black_delivery_error_msg: rule.kind === 3 ? usedBlackDeliveryMessage : undefined,
    promise_outbound_time: dateOrNone(rule.promiseOutboundMs),
    promise_collect_time: dateOrNone(rule.promiseCollectMs),
  }));
  return list('logistics_info', infos);
}

export const unusedDeliveryMessage = '该订单需使用平台指定的快递公司发货';
export const usedBlackDeliveryMessage = '该订单禁止使用所选快递公司发货';

function hasChildWithRefund(trade: TaobaoTrade): boolean {
  return trade.orders.some((order) => order.refundStatus !== 'NO_REFUND');
}

export function dateOrNone(atMs: number | null): string | undefined {
  return atMs === null ? undefined : gmt8Text(atMs);
}

/** Empty text is left out. */
export function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}
