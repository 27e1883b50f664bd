import { DESK_LANES, type Lane } from '../order/lane.ts';
import type { Order } from '../order/order.ts';
import type { DeadlineKind } from './deadline.ts';
import { byTime, caseClocks, shippingClocks, type OrderDeadline } from './deadlines-of.ts';

/** The clock that a card shows. */
export interface CardDue {
  readonly atMs: number;
  readonly kind: DeadlineKind;
}

/**
 * The one clock that the card shows: on the desk the first that wants the goods out of the house, under an open case the
 * first that wants an answer, elsewhere none. A hold's end is not among them: the platform does not wait for the seller.
 */
export function dueOf(order: Pick<Order, 'facts' | 'work'>, lane: Lane | null): CardDue | null {
  const [next] = clocksOf(order, lane).toSorted(byTime);
  return next === undefined ? null : { atMs: next.atMs, kind: next.kind };
}

function clocksOf(order: Pick<Order, 'facts' | 'work'>, lane: Lane | null): OrderDeadline[] {
  if (lane === 'after-sales') return caseClocks(order);
  const isOnDesk = DESK_LANES.some((desk) => desk === lane);
  return isOnDesk ? shippingClocks(order).filter(({ kind }) => kind !== 'hold-end') : [];
}
