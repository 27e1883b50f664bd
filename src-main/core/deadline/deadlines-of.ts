import { isHandedOver } from '../order/lane-of.ts';
import type { Order } from '../order/order.ts';
import type { RemoteStage } from '../order/facts.ts';
import type { CaseId } from '../shared/ids.ts';
import { autoCancelOf } from './auto-cancel.ts';
import { caseClockOf } from './case-clock.ts';
import { DEADLINE_KINDS, type Deadline } from './deadline.ts';
import { zoneOf } from './platform-zones.ts';

/** A clock of an order; of one of its cases where `caseId` says so. */
export type OrderDeadline = Deadline & { readonly caseId: CaseId | null };

type Subject = Pick<Order, 'facts' | 'work'>;

/** In these the goods no longer wait for the seller. */
const ENDED: readonly RemoteStage[] = ['delivered', 'cancelled', 'rejected', 'replaced'];

/** All clocks that run for an order, next first; at one moment the one with the worst consequence first. */
export function deadlinesOf(order: Subject): OrderDeadline[] {
  return [...(isHandedOver(order) ? [] : shippingClocks(order)), ...caseClocks(order)].toSorted(byTime);
}

/** The clocks that want the goods out of the house, in no order; none once the order is cancelled or over. */
export function shippingClocks({ facts, work }: Subject): OrderDeadline[] {
  if (work.closedAtMs !== null || work.deliveredAtMs !== null || ENDED.includes(facts.stage)) return [];
  const { shipByMs } = facts;
  const cancel = autoCancelOf(facts);
  return [
    ...(shipByMs === null ? [] : [clock('ship-by', shipByMs, zoneOf(facts), true)]),
    ...(cancel === null ? [] : [{ ...cancel, caseId: null }]),
    ...(work.promisedMs === null ? [] : [clock('promise', work.promisedMs, null, false)]),
    ...(work.hold === null || work.hold.untilMs === null ? [] : [clock('hold-end', work.hold.untilMs, null, false)]),
  ];
}

/** One clock for each open case that has one, in no order. */
export function caseClocks({ facts, work }: Subject): OrderDeadline[] {
  return work.cases.flatMap((open) => {
    const found = caseClockOf(facts, open);
    return found === null ? [] : [{ ...found, caseId: open.id }];
  });
}

/** Next first; at one moment the one with the worst consequence first. */
export function byTime(one: Deadline, other: Deadline): number {
  return one.atMs - other.atMs || DEADLINE_KINDS.indexOf(one.kind) - DEADLINE_KINDS.indexOf(other.kind);
}

function clock(kind: Deadline['kind'], atMs: number, zone: string | null, isReported: boolean): OrderDeadline {
  return { kind, atMs, zone, calendar: null, isReported, caseId: null };
}
