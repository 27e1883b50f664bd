import type { AliOrder, OrderStatus, TimerName } from '../order.ts';
import type { AliTimings } from '../timings.ts';
import { canMove, targetOf, type MoveName } from './lifecycle.ts';

const day = 86_400_000;
/** From the first scan to the buyer's door; see `scansOf`. */
export const scansToTheDoor = 9;

/** Moves an order and sets what will happen next by itself. Throws Error on a move that its state does not have. */
export function move(order: AliOrder, name: MoveName, atMs: number, timings: AliTimings): void {
  if (!canMove(order, name)) throw new Error(`order ${order.orderId} is ${order.status}: ${name} is not possible`);
  const { status, endReason } = targetOf(name);
  const isShippingOn = status === order.status;
  order.status = status;
  order.modifiedAtMs = atMs;
  if (endReason !== '') endUnhappily(order, endReason, atMs);
  if (!isShippingOn) enter(order, status, atMs, timings);
}

function endUnhappily(order: AliOrder, endReason: string, atMs: number): void {
  order.endReason = endReason;
  for (const line of order.lines) if (line.endReason === '') line.endReason = endReason;
  if (order.paidAtMs === null || order.refund !== null) return;
  order.refund = { status: 'refund_ok', type: 'full_refund', reason: endReason, cashCents: totalCents(order), atMs };
}

/** What the buyer pays, postage and all. */
export function totalCents(order: AliOrder): number {
  return order.lines.reduce((sum, line) => sum + line.unitCents * line.quantity, order.logisticsCents);
}

/** Sets the timers of a state; the ones of the state before are dropped, the send deadline lives as long as it can be met. */
export function enter(order: AliOrder, status: OrderStatus, atMs: number, timings: AliTimings): void {
  const timers: Partial<Record<TimerName, number>> = {};
  switch (status) {
    case 'PLACE_ORDER_SUCCESS':
      timers['pay-timeout'] = atMs + timings.payTimeoutMs;
      break;
    case 'RISK_CONTROL':
      order.paidAtMs ??= atMs;
      timers['risk-passes'] = atMs + timings.riskCheckMs;
      break;
    case 'RISK_CONTROL_HOLD':
      timers['risk-passes'] = atMs + 3 * timings.riskCheckMs;
      break;
    case 'WAIT_SELLER_SEND_GOODS':
      order.cancelRequest = null;
      order.paidAtMs ??= atMs;
      order.sendDueAtMs ??= atMs + Math.max(...order.lines.map((line) => line.goodsPrepareDays)) * day;
      timers['send-timeout'] = order.sendDueAtMs;
      break;
    case 'SELLER_PART_SEND_GOODS':
      if (order.sendDueAtMs !== null) timers['send-timeout'] = order.sendDueAtMs;
      break;
    case 'IN_CANCEL':
      timers['cancel-timeout'] = atMs + timings.cancelTimeoutMs;
      break;
    case 'WAIT_BUYER_ACCEPT_GOODS':
      order.sentAtMs = atMs;
      order.acceptDueAtMs = atMs + timings.acceptTimeoutMs;
      timers['accept-timeout'] = order.acceptDueAtMs;
      timers['buyer-accepts'] = atMs + timings.pickupDelayMs + (scansToTheDoor + 1) * timings.transitStepMs;
      break;
    case 'FUND_PROCESSING':
      order.endedAtMs = atMs;
      timers['money-moves'] = atMs + timings.moneyMovesMs;
      break;
    case 'FINISH':
      order.endedAtMs ??= atMs;
      timers['archives'] = atMs + timings.archiveAfterMs;
      break;
    default:
      break;
  }
  order.timers = timers;
}
