import { isOpen, type RefundStatus, type TaobaoRefund } from '../refund.ts';
import type { WorldStore } from '../store.ts';
import type { TaobaoTimings } from '../timings.ts';
import { wholeSecond } from '../gmt8.ts';
import { orderPaymentFen, type TaobaoTrade } from '../trade.ts';
import { announceRefund } from './announce.ts';
import { startBuyersClock } from './consigning.ts';
import { isShipped, moveOrder, settleTrade } from './trade-state.ts';

/** The states of a refund and where each may lead (taobao.md §4.2, §7). */
export const nextRefundStatuses: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  WAIT_SELLER_AGREE: ['WAIT_BUYER_RETURN_GOODS', 'SELLER_REFUSE_BUYER', 'SUCCESS', 'CLOSED'],
  WAIT_BUYER_RETURN_GOODS: ['WAIT_SELLER_CONFIRM_GOODS', 'CLOSED'],
  WAIT_SELLER_CONFIRM_GOODS: ['SUCCESS', 'SELLER_REFUSE_BUYER', 'CLOSED'],
  SELLER_REFUSE_BUYER: ['WAIT_SELLER_AGREE', 'SUCCESS', 'CLOSED'],
  SUCCESS: [],
  CLOSED: [],
};

/** Moves a refund, its child order and the trade with it. Throws when there is no such way. */
export function moveRefund(
  store: WorldStore,
  refund: TaobaoRefund,
  status: RefundStatus,
  nowMs: number,
  timings: TaobaoTimings,
): void {
  if (!nextRefundStatuses[refund.status].includes(status)) {
    throw new Error(`refund ${refund.refundId} cannot go from ${refund.status} to ${status}`);
  }
  refund.status = status;
  bumpRefund(refund, nowMs);
  refund.timeoutMs = timeoutOf(store, refund, nowMs, timings);
  applyToOrder(store, refund, nowMs, timings);
  announceRefund(store, topicOf(refund), refund, nowMs);
}

/** Every change makes a new version, also within one second. */
export function bumpRefund(refund: TaobaoRefund, nowMs: number): void {
  refund.modifiedMs = Math.max(wholeSecond(nowMs), refund.modifiedMs);
  refund.version = Math.max(nowMs, refund.version + 1);
}

export function timeoutOf(
  store: WorldStore,
  refund: TaobaoRefund,
  nowMs: number,
  timings: TaobaoTimings,
): number | null {
  if (refund.status !== 'WAIT_SELLER_AGREE' && refund.status !== 'WAIT_SELLER_CONFIRM_GOODS') return null;
  const wasShipped = isShipped(store.order(refund.oid)?.order.status ?? '');
  return wholeSecond(nowMs) + (wasShipped ? timings.refundAnswerShippedMs : timings.refundAnswerUnshippedMs);
}

/** The whole sum back before the end closes the child; a part of it, or money after the end, leaves its status alone. */
function applyToOrder(store: WorldStore, refund: TaobaoRefund, nowMs: number, timings: TaobaoTimings): void {
  const found = store.order(refund.oid);
  if (found === undefined) return;
  const { trade, order } = found;
  order.refundStatus = refund.status;
  if (refund.status === 'SUCCESS') {
    refund.payouts += 1;
    if (refund.phase === 'onsale' && refund.refundFeeFen === orderPaymentFen(order)) {
      moveOrder(order, 'TRADE_CLOSED');
      order.endMs = wholeSecond(nowMs);
    }
  }
  settleTrade(trade, nowMs);
  // What is left of the trade may be wholly shipped now, or wait for a buyer who was busy with his refund.
  const isWaiting = trade.status === 'WAIT_BUYER_CONFIRM_GOODS' && !hasConfirm(trade);
  if (isWaiting && !isOpen(refund)) startBuyersClock(trade, wholeSecond(nowMs), timings);
}

function hasConfirm(trade: TaobaoTrade): boolean {
  return trade.script.some((change) => change.what === 'confirm');
}

function topicOf(refund: TaobaoRefund): string {
  switch (refund.status) {
    case 'WAIT_SELLER_AGREE':
      return 'RefundBuyerModifyAgreement';
    case 'WAIT_BUYER_RETURN_GOODS':
      return 'RefundSellerAgreeAgreement';
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return 'RefundBuyerReturnGoods';
    case 'SELLER_REFUSE_BUYER':
      return 'RefundSellerRefuseAgreement';
    case 'SUCCESS':
      return 'RefundSuccess';
    case 'CLOSED':
      return 'RefundClosed';
  }
}
