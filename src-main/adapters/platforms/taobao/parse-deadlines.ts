import { parseGmt8 } from './gmt8.ts';
import type { TradeShape } from './schema.ts';
import { isPastDesk, isToShip, isUnpaid, stageOf } from './units-status.ts';

const HOUR_MS = 3_600_000;
/** The platform's rule where nothing else was promised: 48 hours after the payment (淘宝网发货规则). */
const USUAL_HOURS = 48;

/**
 * Latest shipment: the earliest of what was promised for what has not left, else the hours that the trade names, else the
 * usual ones; none before the payment. Once all has left only the trade's own promise is told, which every method knows.
 */
export function shipByOf(trade: TradeShape): number | null {
  if (isUnpaid(trade)) return null;
  const promised = parseGmt8(trade.delivery_time ?? '');
  if (isPastDesk(stageOf(trade))) return promised;
  const waiting = new Set(trade.orders.filter(isToShip).map((child) => child.oid));
  const times = [
    promised,
    ...trade.orders.filter((child) => waiting.has(child.oid)).map((child) => parseGmt8(child.delivery_time ?? '')),
    ...trade.logistics_infos
      .filter((info) => info.sub_trade_id === null || waiting.has(info.sub_trade_id))
      .map((info) => parseGmt8(info.promise_outbound_time ?? '')),
  ].filter((time) => time !== null);
  if (times.length > 0) return Math.min(...times);
  const paidAtMs = parseGmt8(trade.pay_time ?? '');
  const isPaid = paidAtMs !== null && stageOf(trade) !== 'unknown';
  return isPaid ? paidAtMs + (Number(trade.consign_interval) || USUAL_HOURS) * HOUR_MS : null;
}
