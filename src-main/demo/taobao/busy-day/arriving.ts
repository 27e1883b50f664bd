import { wholeBetween, type Random } from '../../random.ts';
import type { TaobaoTrade } from '../trade.ts';
import type { TaobaoWorld } from '../world.ts';
import { makeTrade } from './make-trade.ts';

/** The next order of a running demo: made five minutes ago and just paid. Changes nothing; give it to `addTrade`. */
export function arrivingTrade(
  world: Pick<TaobaoWorld, 'trades' | 'items'>,
  nowMs: number,
  random: Random,
): TaobaoTrade {
  const taken = new Set(world.trades.map((trade) => trade.tid));
  for (let serial = world.trades.length + 1; ; serial += 1) {
    const trade = makeTrade(random, { serial, createdMs: nowMs - 5 * 60_000, items: world.items });
    if (taken.has(trade.tid)) continue;
    trade.modifiedMs = Math.floor(nowMs / 1_000) * 1_000;
    return trade;
  }
}

/** How long until the next one: a minute or two. */
export function nextTradeInMs(random: Random): number {
  return wholeBetween(random, 60, 120) * 1_000;
}
