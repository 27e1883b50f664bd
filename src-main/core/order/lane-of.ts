import type { OrderFacts } from './facts.ts';
import type { Lane } from './lane.ts';
import type { OrderWork } from './work.ts';

/** The part of an order that decides its lane. */
export interface LaneInput {
  readonly facts: OrderFacts;
  readonly work: OrderWork;
  readonly checks: readonly { readonly blocking: boolean }[];
}

type Progress = Pick<LaneInput, 'facts' | 'work'>;

/**
 * The board is a projection: the lane of an order, or null when it has left the board (closed, cancelled in time,
 * replaced by its parts). What is most urgent to a person wins: an open case (it brings even a closed order back),
 * then the end of the road, then the way, then what stops it, then the desk.
 */
export function laneOf(order: LaneInput): Lane | null {
  const { facts, work } = order;
  if (work.cases.length > 0) return 'after-sales';
  if (work.closedAtMs !== null || facts.stage === 'replaced') return null;
  if (facts.stage === 'disputed') return 'after-sales';
  // The cancellation that the order was held for has come: the card stays until the seller has seen it.
  if (facts.stage === 'cancelled') return isBlocked(order) || isHeldForCancel(work) ? 'problem' : null;
  if (work.deliveredAtMs !== null || facts.stage === 'delivered') return 'delivered';
  if (work.exception !== null || facts.stage === 'rejected') return 'exception';
  if (isHandedOver(order)) return 'in-transit';
  return deskLane(order);
}

/** True while the order is held because its buyer wants, or wanted, to cancel. */
function isHeldForCancel({ hold }: OrderWork): boolean {
  return hold?.reason === 'buyer-asked-cancel';
}

/**
 * True once all goods are out of the seller's hands, by her own word or by the platform's. What a platform was merely told
 * (the number goes out with the print) does not take a labelled parcel off the desk.
 */
export function isHandedOver({ facts, work }: Progress): boolean {
  const byHand = work.parcels.length > 0 && work.parcels.every((parcel) => parcel.handedOverAtMs !== null);
  const isDeclaredElsewhere = facts.stage === 'declared' && !work.parcels.some(isOnDesk);
  return byHand || facts.stage === 'in-transit' || isDeclaredElsewhere;
}

const isOnDesk = (parcel: OrderWork['parcels'][number]): boolean =>
  parcel.labelledAtMs !== null && parcel.handedOverAtMs === null;

/** True when at least one parcel carries a printed label. */
export function isLabelled({ work }: Pick<LaneInput, 'work'>): boolean {
  return work.parcels.some((parcel) => parcel.labelledAtMs !== null);
}

/** True when a check that the seller has not accepted stops the order. */
export function isBlocked({ checks }: Pick<LaneInput, 'checks'>): boolean {
  return checks.some((check) => check.blocking);
}

/** An order with several parcels stays on the desk, where its next parcel needs it, until the last one has gone. */
function deskLane(order: LaneInput): Lane {
  const { facts, work } = order;
  if (work.hold !== null || isBlocked(order)) return 'problem';
  if (work.parcels.some(isOnDesk)) return 'labelled';
  const isStarted = work.confirmedAtMs !== null || work.parcels.some((parcel) => parcel.handedOverAtMs !== null);
  const isConfirmedThere = facts.stage === 'registering' || facts.stage === 'to-hand-over';
  return isStarted || isConfirmedThere ? 'to-ship' : 'new';
}
