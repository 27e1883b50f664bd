import type { Call } from '../method.ts';
import { serviceError, type Refusal } from '../refusal.ts';
import type { TaobaoOrder, TaobaoParcel, TaobaoTrade } from '../trade.ts';
import { unusedDeliveryMessage, usedBlackDeliveryMessage } from '../answers/trade-answer.ts';
import { companyBy, fitsNumberRule, type LogisticsCompany } from './companies.ts';
import { toShip } from './consigning.ts';
import { isClosed } from './trade-state.ts';

/** The four families of shipping errors share most of their suffixes (taobao.md §5). */
export type SendFamily = 'offline' | 'online' | 'dummy' | 'online-confirm';

const familyCodes: Record<SendFamily, string> = {
  offline: 'isv.logistics-offline-service-error',
  online: 'isv.logistics-online-service-error',
  dummy: 'isv.logistics-dummy-service-error',
  'online-confirm': 'isv.logistics-confirm-service-error',
};

export function sendError(family: SendFamily, suffix: string, message: string): Refusal {
  return serviceError(`${familyCodes[family]}:${suffix}`, message);
}

/** The trade, when its state lets it be shipped. */
export function shippableTrade(family: SendFamily, tid: string, call: Call): TaobaoTrade {
  const trade = call.store.trade(tid);
  if (trade === undefined) throw sendError(family, 'B01', '订单不存在');
  if (isClosed(trade.status)) throw sendError(family, 'B55', '订单已关闭，不能发货');
  if (toShip(trade).length === 0) throw sendError(family, 'B04', '物流订单状态不正确，订单已发货或者不能发货');
  if (trade.stepTradeStatus === 'FRONT_PAID_FINAL_NOPAID') throw sendError(family, 'B02', '尾款未付，不能发货');
  return trade;
}

/** The children that this call ships. Once split, always split: a full send afterwards is refused. */
export function childrenToSend(
  family: SendFamily,
  trade: TaobaoTrade,
  wish: { is_split?: boolean | undefined; sub_tid?: readonly string[] | undefined },
): TaobaoOrder[] {
  const wasSplit = trade.parcels.some((parcel) => parcel.isSplit);
  if (wish.is_split !== true) {
    if (wish.sub_tid !== undefined) throw sendError(family, 'CD25', '非拆单发货不能传入子订单');
    if (wasSplit) throw sendError(family, 'CD22', '该订单已拆单发货，必须继续拆单发货');
    return free(family, trade, toShip(trade));
  }
  if (wish.sub_tid === undefined || wish.sub_tid.length === 0)
    throw sendError(family, 'CD23', '拆单发货必须传入子订单');
  const chosen = wish.sub_tid.map((oid) => {
    const order = trade.orders.find((candidate) => candidate.oid === oid);
    if (order === undefined) throw sendError(family, 'CD24', `子订单不属于该交易：${oid}`);
    if (isClosed(order.status)) throw sendError(family, 'B55', `子订单已关闭：${oid}`);
    if (order.status !== 'WAIT_SELLER_SEND_GOODS') throw sendError(family, 'CD26', `子订单已发货：${oid}`);
    return order;
  });
  if (new Set(wish.sub_tid).size !== wish.sub_tid.length) throw sendError(family, 'CD27', '子订单重复');
  return free(family, trade, chosen);
}

/** Not blocked, and no carrier was called for them already. */
function free(family: SendFamily, trade: TaobaoTrade, orders: TaobaoOrder[]): TaobaoOrder[] {
  const called = trade.parcels.filter((parcel) => parcel.consignMs === null).flatMap((parcel) => parcel.oids);
  if (orders.some((order) => called.includes(order.oid))) throw sendError(family, 'B27', '物流订单已生成');
  const blocked = orders.find((order) => order.isShipBlocked);
  if (blocked !== undefined) throw sendError(family, 'B04', `子订单已屏蔽发货：${blocked.oid}`);
  return orders;
}

/** The carrier, when it exists, is reached this way and the platform lets it take this order. */
export function checkedCompany(family: 'offline' | 'online', trade: TaobaoTrade, code: string): LogisticsCompany {
  const company = companyBy(code);
  if (company === undefined) throw sendError(family, 'B56', `物流公司不存在：${code}`);
  if (!company.orderModes.includes(family)) throw sendError(family, 'B57', `物流公司不支持该下单方式：${code}`);
  const rule = trade.deliveryRule;
  if (rule?.kind === 2 && !rule.whiteCompanies.includes(code)) throw sendError(family, 'B57', unusedDeliveryMessage);
  if (rule?.kind === 3 && rule.blackCompanies.includes(code)) throw sendError(family, 'B57', usedBlackDeliveryMessage);
  return company;
}

/** The number fits the carrier's rule, is nobody else's and is not judged fake. */
export function checkNumber(
  family: SendFamily,
  company: LogisticsCompany,
  outSid: string,
  call: Call,
  tid: string,
): void {
  if (!fitsNumberRule(company, outSid)) throw sendError(family, 'B60', '运单号不符合规则或已经被使用');
  const judged = call.store.world.judgedNumbers[outSid];
  if (judged !== undefined) throw sendError(family, judged, '运单号被判定为异常');
  if (isUsedElsewhere(call, outSid, tid)) throw sendError(family, 'B60', '运单号不符合规则或已经被使用');
}

/** Several orders of one buyer may share a parcel; another buyer's number is taken. */
export function isUsedElsewhere(call: Call, outSid: string, tid: string): boolean {
  const own = call.store.trade(tid);
  const mark = (trade: TaobaoTrade): string => JSON.stringify([trade.buyerOpenUid, trade.receiver]);
  return call.store.world.trades.some(
    (trade) =>
      trade.parcels.some((parcel) => parcel.outSid === outSid) && (own === undefined || mark(trade) !== mark(own)),
  );
}

export function newParcel(
  call: Call,
  parts: Pick<TaobaoParcel, 'kind' | 'companyCode' | 'outSid' | 'oids' | 'isSplit'>,
): TaobaoParcel {
  return {
    ...parts,
    orderCode: `LP${String(call.store.newSerial()).padStart(14, '0')}`,
    createdMs: call.nowMs,
    modifiedMs: call.nowMs,
    consignMs: null,
    senderId: '',
    cancelId: '',
    formerOutSids: [],
  };
}
