import type { WorldStore } from '../store.ts';
import type { TaobaoOrder, TaobaoTrade } from '../trade.ts';
import type { TaobaoRate } from '../world.ts';
import { wholeSecond } from '../gmt8.ts';
import { announceTrade } from './announce.ts';
import { touch } from './trade-state.ts';

/** The buyer rates what is finished and not rated yet. */
export function rateByBuyer(
  store: WorldStore,
  trade: TaobaoTrade,
  words: { result: TaobaoRate['result']; content: string },
  nowMs: number,
): void {
  for (const order of trade.orders) {
    if (order.status !== 'TRADE_FINISHED' || order.isBuyerRated) continue;
    order.isBuyerRated = true;
    store.world.rates.push(rateOf(trade, order, 'buyer', words, nowMs));
  }
  touch(trade, nowMs);
  announceTrade(store, 'TradeRated', trade, nowMs);
}

export function rateOf(
  trade: TaobaoTrade,
  order: TaobaoOrder,
  role: TaobaoRate['role'],
  { result, content }: { result: TaobaoRate['result']; content: string },
  nowMs: number,
): TaobaoRate {
  return {
    tid: trade.tid,
    oid: order.oid,
    role,
    result,
    content,
    reply: '',
    createdMs: wholeSecond(nowMs),
    itemTitle: order.title,
    itemPriceFen: order.priceFen,
    numIid: order.numIid,
    logisticsScore: role === 'buyer' ? (result === 'bad' ? 2 : 5) : null,
  };
}
