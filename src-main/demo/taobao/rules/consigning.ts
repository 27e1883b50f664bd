import type { WorldStore } from '../store.ts';
import type { TaobaoOrder, TaobaoParcel, TaobaoTrade } from '../trade.ts';
import type { TaobaoTimings } from '../timings.ts';
import { wholeSecond } from '../gmt8.ts';
import { announceTrade } from './announce.ts';
import { companyBy } from './companies.ts';
import { hasOpenRefund } from './paying.ts';
import { isShipped, moveOrder, settleTrade } from './trade-state.ts';
import { deliveredAtMs } from './trace.ts';

/** Children that wait for the seller. */
export function toShip(trade: TaobaoTrade): TaobaoOrder[] {
  return trade.orders.filter((order) => order.status === 'WAIT_SELLER_SEND_GOODS');
}

/** Declares a parcel as gone: its children are shipped, the buyer's clock starts. */
export function consign(
  store: WorldStore,
  trade: TaobaoTrade,
  parcel: TaobaoParcel,
  nowMs: number,
  timings: TaobaoTimings,
): void {
  const atMs = wholeSecond(nowMs);
  parcel.consignMs = atMs;
  parcel.modifiedMs = atMs;
  trade.effects.sends += 1;
  for (const order of trade.orders) {
    // A child that was refunded since the carrier was called stays behind.
    if (!parcel.oids.includes(order.oid) || order.status !== 'WAIT_SELLER_SEND_GOODS') continue;
    if (hasOpenRefund(order.refundStatus)) trade.effects.shippedDespiteRefund += 1;
    moveOrder(order, 'WAIT_BUYER_CONFIRM_GOODS');
    order.consignMs = atMs;
    order.invoiceNo = parcel.outSid;
    order.logisticsCompany = companyBy(parcel.companyCode)?.name ?? '';
  }
  trade.consignMs ??= atMs;
  settleTrade(trade, nowMs);
  const isWhole = trade.orders.every((order) => isShipped(order.status) || order.status.startsWith('TRADE_CLOSED'));
  if (isWhole) startBuyersClock(trade, atMs, timings);
  announceTrade(store, isWhole ? 'TradeSellerShip' : 'TradePartlySellerShip', trade, nowMs);
}

/** From now the buyer has so long; sooner or later he confirms, and rates. */
export function startBuyersClock(trade: TaobaoTrade, atMs: number, timings: TaobaoTimings): void {
  trade.timeoutActionMs = atMs + timings.autoConfirmMs;
  const confirmMs = Math.min(deliveredAtMs(atMs, timings) + timings.confirmDelayMs, trade.timeoutActionMs);
  trade.script = [
    ...trade.script.filter((change) => change.what !== 'confirm' && change.what !== 'rate'),
    { atMs: confirmMs, what: 'confirm' },
    { atMs: confirmMs + timings.confirmDelayMs, what: 'rate' },
  ];
}
