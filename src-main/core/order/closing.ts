import type { Order } from './order.ts';
import type { WorkEvent } from './work.ts';

/** How long a delivered order stays in sight for returns and reviews: the usual return window of the platforms. */
const STAYS_MS = 30 * 24 * 3_600_000;

/** The event that takes a delivered order off the board when its time there is over, else null. It stays in search. */
export function endedStay(order: Pick<Order, 'facts' | 'work' | 'updatedAtMs'>, nowMs: number): WorkEvent | null {
  const { facts, work } = order;
  const isDelivered = work.deliveredAtMs !== null || facts.stage === 'delivered';
  const sinceMs = work.deliveredAtMs ?? order.updatedAtMs;
  const isOver = isDelivered && work.closedAtMs === null && work.cases.length === 0 && nowMs - sinceMs >= STAYS_MS;
  return isOver ? { kind: 'closed', atMs: nowMs } : null;
}
