import type { WorldStore } from '../store.ts';
import type { Receiver, TaobaoTrade } from '../trade.ts';
import { announceTrade } from './announce.ts';
import { touch } from './trade-state.ts';

/** Another address: a new OAID from now on, and a label printed before is wrong. */
export function changeReceiver(store: WorldStore, trade: TaobaoTrade, receiver: Receiver, nowMs: number): void {
  trade.formerReceivers.push(trade.receiver);
  trade.receiver = receiver;
  touch(trade, nowMs);
  announceTrade(store, 'TradeLogisticsAddressChanged', trade, nowMs);
}
