import { isOpen, type DisputeType, type TaobaoRefund } from './refund.ts';
import { announceRefund } from './rules/announce.ts';
import { closeUnpaid, confirmGoods, pay } from './rules/paying.ts';
import { rateByBuyer } from './rules/rating.ts';
import { changeReceiver } from './rules/receiver-change.ts';
import { bumpRefund, moveRefund, timeoutOf } from './rules/refund-state.ts';
import { isShipped, touch } from './rules/trade-state.ts';
import { wholeSecond } from './gmt8.ts';
import type { WorldStore } from './store.ts';
import type { TaobaoTimings } from './timings.ts';
import { orderPaymentFen, type Receiver, type TaobaoTrade } from './trade.ts';
import type { TaobaoRate } from './world.ts';

/** What happens to trades without the seller: the buyer, and the platform's own people. All throw when it makes no sense. */

export function payByBuyer(store: WorldStore, tid: string, nowMs: number): void {
  pay(store, tradeOf(store, tid), nowMs);
}

/** The buyer gives up what he has not paid. */
export function closeByBuyer(store: WorldStore, tid: string, nowMs: number): void {
  const trade = tradeOf(store, tid);
  closeUnpaid(
    store,
    trade,
    trade.orders.map((order) => order.oid),
    nowMs,
  );
}

export function confirmByBuyer(store: WorldStore, tid: string, nowMs: number): void {
  confirmGoods(store, tradeOf(store, tid), nowMs);
}

export function rateTrade(
  store: WorldStore,
  tid: string,
  words: { result: TaobaoRate['result']; content: string },
  nowMs: number,
): void {
  rateByBuyer(store, tradeOf(store, tid), words, nowMs);
}

/** The buyer moves: the OAID changes, and a label that was printed is wrong. */
export function moveBuyer(store: WorldStore, tid: string, change: Partial<Receiver>, nowMs: number): void {
  const trade = tradeOf(store, tid);
  changeReceiver(store, trade, { ...trade.receiver, ...change }, nowMs);
}

/** The buyer writes something to the order. */
export function writeToSeller(store: WorldStore, tid: string, message: string, nowMs: number): void {
  const trade = tradeOf(store, tid);
  trade.buyerMessage = message;
  touch(trade, nowMs);
}

export interface RefundWish {
  oid: string;
  /** Less than everything is a partial refund; everything when absent. */
  refundFeeFen?: number;
  disputeType?: DisputeType;
  reason?: string;
  description?: string;
  operationConstraint?: TaobaoRefund['operationConstraint'];
}

/** A buyer wants money back; the id of the new refund. */
export function askRefund(store: WorldStore, wish: RefundWish, nowMs: number, timings: TaobaoTimings): string {
  const found = store.order(wish.oid);
  if (found === undefined) throw new Error(`there is no order ${wish.oid}`);
  const { trade, order } = found;
  if (trade.payMs === null) throw new Error(`trade ${trade.tid} is not paid`);
  if (store.refundsOf(wish.oid).some(isOpen)) throw new Error(`order ${wish.oid} has an open refund`);
  if (order.status.startsWith('TRADE_CLOSED')) throw new Error(`order ${wish.oid} is closed`);
  const refund = newRefund(store, trade, wish, nowMs);
  if (refund.refundFeeFen > orderPaymentFen(order)) throw new Error('nobody gets back more than was paid');
  refund.timeoutMs = timeoutOf(store, refund, nowMs, timings);
  store.addRefund(refund);
  order.refundStatus = refund.status;
  order.refundId = refund.refundId;
  touch(trade, nowMs);
  announceRefund(store, 'RefundCreated', refund, nowMs);
  return refund.refundId;
}

function newRefund(store: WorldStore, trade: TaobaoTrade, wish: RefundWish, nowMs: number): TaobaoRefund {
  const order = trade.orders.find((candidate) => candidate.oid === wish.oid);
  const wasShipped = isShipped(order?.status ?? '');
  return {
    refundId: store.newId(),
    tid: trade.tid,
    oid: wish.oid,
    phase: order?.status === 'TRADE_FINISHED' ? 'aftersale' : 'onsale',
    disputeType: wish.disputeType ?? 'REFUND',
    status: 'WAIT_SELLER_AGREE',
    goodStatus: wasShipped && wish.disputeType === 'REFUND_AND_RETURN' ? 'BUYER_RECEIVED' : 'BUYER_NOT_RECEIVED',
    refundFeeFen: wish.refundFeeFen ?? (order === undefined ? 0 : orderPaymentFen(order)),
    reason: wish.reason ?? '不想要了',
    description: wish.description ?? '',
    createdMs: wholeSecond(nowMs),
    modifiedMs: wholeSecond(nowMs),
    version: nowMs,
    timeoutMs: null,
    returnCompany: '',
    returnSid: '',
    returnAddress: '',
    operationConstraint: wish.operationConstraint ?? '',
    csStatus: 1,
    advanceStatus: 0,
    messages: [],
    refusals: [],
    sendCancelled: '',
    payouts: 0,
  };
}

/** The buyer sends the goods back. */
export function returnGoods(
  store: WorldStore,
  refundId: string,
  parcel: { company: string; sid: string },
  nowMs: number,
  timings: TaobaoTimings,
): void {
  const refund = refundOf(store, refundId);
  refund.returnCompany = parcel.company;
  refund.returnSid = parcel.sid;
  refund.goodStatus = 'BUYER_RETURNED_GOODS';
  moveRefund(store, refund, 'WAIT_SELLER_CONFIRM_GOODS', nowMs, timings);
}

/** The buyer thinks better of it. */
export function withdrawRefund(store: WorldStore, refundId: string, nowMs: number, timings: TaobaoTimings): void {
  moveRefund(store, refundOf(store, refundId), 'CLOSED', nowMs, timings);
}

/** The buyer asks again after a no, maybe for less. */
export function changeRefund(
  store: WorldStore,
  refundId: string,
  refundFeeFen: number,
  nowMs: number,
  timings: TaobaoTimings,
): void {
  const refund = refundOf(store, refundId);
  refund.refundFeeFen = refundFeeFen;
  if (refund.status === 'SELLER_REFUSE_BUYER') moveRefund(store, refund, 'WAIT_SELLER_AGREE', nowMs, timings);
  else bumpRefund(refund, nowMs);
}

export function writeToRefund(store: WorldStore, refundId: string, content: string, nowMs: number): void {
  const refund = refundOf(store, refundId);
  refund.messages.push({
    id: store.newId(),
    content,
    createdMs: nowMs,
    type: 'NORMAL',
    ownerRole: '1',
    pictureUrls: [],
  });
  bumpRefund(refund, nowMs);
  announceRefund(store, 'RefundCreateMessage', refund, nowMs);
}

function tradeOf(store: WorldStore, tid: string): TaobaoTrade {
  const trade = store.trade(tid);
  if (trade === undefined) throw new Error(`there is no trade ${tid}`);
  return trade;
}

function refundOf(store: WorldStore, refundId: string): TaobaoRefund {
  const refund = store.refund(refundId);
  if (refund === undefined) throw new Error(`there is no refund ${refundId}`);
  return refund;
}
