import type { TaobaoOrder, TaobaoTrade } from '../trade.ts';
import { wholeSecond } from '../gmt8.ts';

/** The statuses of the documents and where each may lead (taobao.md §4.2). A child order knows all but SELLER_CONSIGNED_PART. */
export const nextStatuses: Readonly<Record<string, readonly string[]>> = {
  TRADE_NO_CREATE_PAY: ['WAIT_BUYER_PAY', 'TRADE_CLOSED_BY_TAOBAO'],
  WAIT_BUYER_PAY: [
    'PAY_PENDING',
    'WAIT_PRE_AUTH_CONFIRM',
    'PAID_FORBID_CONSIGN',
    'WAIT_SELLER_SEND_GOODS',
    'TRADE_CLOSED_BY_TAOBAO',
  ],
  PAY_PENDING: ['PAID_FORBID_CONSIGN', 'WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED_BY_TAOBAO'],
  WAIT_PRE_AUTH_CONFIRM: ['WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED_BY_TAOBAO'],
  PAID_FORBID_CONSIGN: ['WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED'],
  WAIT_SELLER_SEND_GOODS: ['SELLER_CONSIGNED_PART', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED', 'TRADE_CLOSED'],
  SELLER_CONSIGNED_PART: ['WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_SEND_GOODS', 'TRADE_FINISHED', 'TRADE_CLOSED'],
  WAIT_BUYER_CONFIRM_GOODS: ['TRADE_BUYER_SIGNED', 'TRADE_FINISHED', 'TRADE_CLOSED'],
  TRADE_BUYER_SIGNED: ['TRADE_FINISHED', 'TRADE_CLOSED'],
  TRADE_FINISHED: [],
  TRADE_CLOSED: [],
  TRADE_CLOSED_BY_TAOBAO: [],
};

const closed = new Set(['TRADE_CLOSED', 'TRADE_CLOSED_BY_TAOBAO']);
const shipped = new Set(['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED', 'TRADE_FINISHED']);

export function isClosed(status: string): boolean {
  return closed.has(status);
}

export function isShipped(status: string): boolean {
  return shipped.has(status);
}

export function isUnpaid(status: string): boolean {
  return ['TRADE_NO_CREATE_PAY', 'WAIT_BUYER_PAY', 'PAY_PENDING', 'WAIT_PRE_AUTH_CONFIRM'].includes(status);
}

/** What the trade is, seen from its children. */
export function tradeStatusOf(orders: readonly TaobaoOrder[]): string {
  const live = orders.filter((order) => !isClosed(order.status));
  const first = live[0];
  if (first === undefined) {
    return orders.every((order) => order.status === 'TRADE_CLOSED_BY_TAOBAO')
      ? 'TRADE_CLOSED_BY_TAOBAO'
      : 'TRADE_CLOSED';
  }
  if (live.every((order) => order.status === first.status)) return first.status;
  if (live.every((order) => isShipped(order.status))) return 'WAIT_BUYER_CONFIRM_GOODS';
  return live.some((order) => isShipped(order.status)) ? 'SELLER_CONSIGNED_PART' : first.status;
}

/** Moves one child. Throws when the documents know no such way: the simulator itself would be wrong. */
export function moveOrder(order: TaobaoOrder, status: string): void {
  if (order.status === status) return;
  if (nextStatuses[order.status]?.includes(status) !== true) {
    throw new Error(`order ${order.oid} cannot go from ${order.status} to ${status}`);
  }
  order.status = status;
}

/** Brings the trade in line with its children and moves `modified`, which makes it show up in the increments. */
export function settleTrade(trade: TaobaoTrade, nowMs: number): void {
  trade.status = tradeStatusOf(trade.orders);
  const isOver = isClosed(trade.status) || trade.status === 'TRADE_FINISHED';
  if (isOver) {
    trade.endMs ??= nowMs;
    trade.timeoutActionMs = null;
    trade.script = trade.script.filter((change) => change.what === 'rate');
  }
  touch(trade, nowMs);
}

/** Any change of a trade, a memo too, moves its `modified`. */
export function touch(trade: TaobaoTrade, nowMs: number): void {
  trade.modifiedMs = Math.max(wholeSecond(nowMs), trade.modifiedMs);
}
