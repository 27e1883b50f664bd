import type { WorldStore } from '../store.ts';
import type { TaobaoTimings } from '../timings.ts';
import type { ScheduledChange, TaobaoTrade } from '../trade.ts';
import { hasGoodReturn } from '../refund.ts';
import { allowConsign, closeUnpaid, confirmGoods, pay } from './paying.ts';
import { rateByBuyer } from './rating.ts';
import { moveRefund } from './refund-state.ts';
import { isUnpaid } from './trade-state.ts';

/** Lets everything happen that is due by `nowMs`, each thing at its own time. True when anything did. */
export function advance(store: WorldStore, nowMs: number, timings: TaobaoTimings): boolean {
  let hasChanged = answerOverdueRefunds(store, nowMs, timings);
  for (const trade of store.world.trades) {
    if (trade.script.length > 0 && advanceTrade(store, trade, nowMs)) hasChanged = true;
  }
  return hasChanged;
}

function advanceTrade(store: WorldStore, trade: TaobaoTrade, nowMs: number): boolean {
  if (trade.script.every((change) => change.atMs > nowMs)) return false;
  const due = trade.script.filter((change) => change.atMs <= nowMs).toSorted((one, two) => one.atMs - two.atMs);
  trade.script = trade.script.filter((change) => change.atMs > nowMs);
  for (const change of due) apply(store, trade, change);
  return true;
}

function apply(store: WorldStore, trade: TaobaoTrade, { what, atMs }: ScheduledChange): void {
  switch (what) {
    case 'pay':
      if (isUnpaid(trade.status)) pay(store, trade, atMs);
      return;
    case 'allow-consign':
      return allowConsign(trade, atMs);
    case 'confirm':
      return confirmGoods(store, trade, atMs);
    case 'close-unpaid':
      return closeUnpaid(
        store,
        trade,
        trade.orders.map((order) => order.oid),
        atMs,
      );
    case 'rate':
      if (trade.status === 'TRADE_FINISHED') rateByBuyer(store, trade, { result: 'good', content: '' }, atMs);
  }
}

/** Silence is a yes once the time is over. */
function answerOverdueRefunds(store: WorldStore, nowMs: number, timings: TaobaoTimings): boolean {
  const overdue = store.world.refunds.filter((refund) => refund.timeoutMs !== null && refund.timeoutMs <= nowMs);
  for (const refund of overdue) {
    const wantsGoods = hasGoodReturn(refund) && refund.status === 'WAIT_SELLER_AGREE';
    moveRefund(store, refund, wantsGoods ? 'WAIT_BUYER_RETURN_GOODS' : 'SUCCESS', refund.timeoutMs ?? nowMs, timings);
  }
  return overdue.length > 0;
}
