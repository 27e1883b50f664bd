import type { TaobaoTrade } from '../trade.ts';
import type { WorldStore } from '../store.ts';
import { wholeSecond } from '../gmt8.ts';
import { announceTrade } from './announce.ts';
import { isUnpaid, moveOrder, settleTrade } from './trade-state.ts';

const hour = 3_600_000;

/** The buyer pays what is open: everything, or the first or the final part of a pre-sale. */
export function pay(store: WorldStore, trade: TaobaoTrade, atMs: number): void {
  if (!isUnpaid(trade.status)) throw new Error(`trade ${trade.tid} does not wait for money: ${trade.status}`);
  if (trade.stepTradeStatus === 'FRONT_NOPAID_FINAL_NOPAID') {
    trade.stepTradeStatus = 'FRONT_PAID_FINAL_NOPAID';
    settleTrade(trade, atMs);
    announceTrade(store, 'TradeBuyerStepPay', trade, atMs);
    return;
  }
  if (trade.stepTradeStatus === 'FRONT_PAID_FINAL_NOPAID') trade.stepTradeStatus = 'FRONT_PAID_FINAL_PAID';
  trade.payMs = wholeSecond(atMs);
  trade.deliveryTimeMs = trade.payMs + (trade.consignIntervalHours ?? 48) * hour;
  for (const order of trade.orders) if (isUnpaid(order.status)) moveOrder(order, 'WAIT_SELLER_SEND_GOODS');
  settleTrade(trade, atMs);
  announceTrade(store, 'TradeBuyerPay', trade, atMs);
}

/** The group is complete, or the platform's control is lifted. */
export function allowConsign(trade: TaobaoTrade, atMs: number): void {
  for (const order of trade.orders) {
    if (order.status === 'PAID_FORBID_CONSIGN') moveOrder(order, 'WAIT_SELLER_SEND_GOODS');
  }
  settleTrade(trade, atMs);
}

/** Ends what nobody has paid: by the buyer, the seller or the platform's clock. */
export function closeUnpaid(store: WorldStore, trade: TaobaoTrade, oids: readonly string[], atMs: number): void {
  for (const order of trade.orders) {
    if (oids.includes(order.oid) && isUnpaid(order.status)) {
      moveOrder(order, 'TRADE_CLOSED_BY_TAOBAO');
      order.endMs = wholeSecond(atMs);
    }
  }
  settleTrade(trade, atMs);
  const isWhole = trade.status === 'TRADE_CLOSED_BY_TAOBAO';
  announceTrade(store, isWhole ? 'TradeClose' : 'TradeCloseAndModifyDetailOrder', trade, atMs);
}

/** The buyer has the goods and says so. */
export function confirmGoods(store: WorldStore, trade: TaobaoTrade, atMs: number): void {
  for (const order of trade.orders) {
    if (order.status !== 'WAIT_BUYER_CONFIRM_GOODS' && order.status !== 'TRADE_BUYER_SIGNED') continue;
    if (hasOpenRefund(order.refundStatus)) continue;
    moveOrder(order, 'TRADE_FINISHED');
    order.endMs = wholeSecond(atMs);
  }
  settleTrade(trade, atMs);
  announceTrade(store, trade.status === 'TRADE_FINISHED' ? 'TradeSuccess' : 'TradePartlyConfirmPay', trade, atMs);
}

export function hasOpenRefund(refundStatus: string): boolean {
  return !['NO_REFUND', 'CLOSED', 'SUCCESS'].includes(refundStatus);
}
