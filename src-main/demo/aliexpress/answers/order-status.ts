import type { AliLine, AliOrder, OrderStatus } from '../order.ts';
import { isLineBegun, isLineSent } from '../rules/shipping.ts';

/** Since July 2019 the lists cannot tell moving money from the end: both read FINISH. */
export function listedStatus(order: AliOrder): string {
  return order.status === 'FUND_PROCESSING' ? 'FINISH' : order.status;
}

/** The state of a line: its own while the order is on its way out, the order's otherwise. */
export function lineStatus(order: AliOrder, line: AliLine, orderStatus: string = order.status): string {
  if (order.status !== 'SELLER_PART_SEND_GOODS') return orderStatus;
  if (isLineSent(order, line)) return 'WAIT_BUYER_ACCEPT_GOODS';
  return isLineBegun(order, line) ? 'SELLER_PART_SEND_GOODS' : 'WAIT_SELLER_SEND_GOODS';
}

export function fundStatus(order: AliOrder): string {
  if (order.status === 'WAIT_SELLER_EXAMINE_MONEY') return 'WAIT_SELLER_CHECK';
  return order.paidAtMs === null ? 'NOT_PAY' : 'PAY_SUCCESS';
}

export function logisticsStatus(order: AliOrder): string {
  if (order.shipments.length === 0) {
    return order.status === 'WAIT_SELLER_SEND_GOODS' ? 'WAIT_SELLER_SEND_GOODS' : 'NO_LOGISTICS';
  }
  if (order.status === 'SELLER_PART_SEND_GOODS') return 'SELLER_SEND_PART_GOODS';
  return order.status === 'WAIT_BUYER_ACCEPT_GOODS' ? 'SELLER_SEND_GOODS' : 'BUYER_ACCEPT_GOODS';
}

export function loanStatus(order: AliOrder): string {
  if (order.endReason !== '') return 'loan_none';
  if (order.status === 'FINISH' || order.status === 'ARCHIVE') return 'loan_ok';
  return order.status === 'FUND_PROCESSING' ? 'wait_loan' : 'loan_none';
}

const withDeadline = new Set<OrderStatus>([
  'IN_CANCEL',
  'WAIT_SELLER_EXAMINE_MONEY',
  'WAIT_SELLER_SEND_GOODS',
  'WAIT_BUYER_ACCEPT_GOODS',
]);

/** What is left of the time to act; null outside the four states that have one. Negative is overdue. */
export function timeLeftMs(order: AliOrder, nowMs: number): number | null {
  if (!withDeadline.has(order.status)) return null;
  const dueAtMs =
    order.status === 'WAIT_BUYER_ACCEPT_GOODS'
      ? order.acceptDueAtMs
      : order.status === 'IN_CANCEL'
        ? (order.timers['cancel-timeout'] ?? null)
        : order.sendDueAtMs;
  return dueAtMs === null ? null : dueAtMs - nowMs;
}

/** `left_send_good_*`: days, hours and minutes as texts, only while there is something to send. */
export function leftToSend(order: AliOrder, nowMs: number): Record<string, string> {
  if (order.status !== 'WAIT_SELLER_SEND_GOODS' || order.sendDueAtMs === null) return {};
  const minutes = Math.max(0, Math.floor((order.sendDueAtMs - nowMs) / 60_000));
  return {
    left_send_good_day: String(Math.floor(minutes / 1440)),
    left_send_good_hour: String(Math.floor((minutes % 1440) / 60)),
    left_send_good_min: String(minutes % 60),
  };
}
