import type { CardRow } from '../../app/ports/store-board.ts';
import { isLabelled, laneOf } from '../../core/order/lane-of.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { Order } from '../../core/order/order.ts';

/** Lanes in which the platform's ship-by still counts. */
const DESK_LANES: readonly Lane[] = ['new', 'problem', 'to-ship', 'labelled'];

/** The card of an order. Pure, so that the projection can be rebuilt and compared. */
export function cardOf(order: Order): CardRow {
  const { facts, work, checks } = order;
  const lane = laneOf(order);
  const [firstLine] = facts.lines;
  return {
    orderId: order.id,
    shopId: order.shopId,
    platform: facts.platform,
    lane,
    remoteId: facts.remoteId,
    title: firstLine?.title ?? '',
    variant: firstLine?.variant ?? null,
    sku: firstLine?.sku ?? '',
    quantity: facts.lines.reduce((pieces, line) => pieces + line.quantity, 0),
    lineCount: facts.lines.length,
    country: facts.country ?? facts.address?.country ?? null,
    service: facts.service,
    stage: facts.stage,
    rawStatus: facts.rawStatus,
    dueAtMs: dueOf(order, lane),
    sinceMs: sinceOf(order, lane),
    hasBuyerNote: facts.buyerNote !== null && facts.buyerNote.trim() !== '',
    hasLabel: work.parcels.some((parcel) => parcel.labelId !== null),
    isLabelled: isLabelled(order),
    trackingNumber:
      work.parcels.find((parcel) => parcel.trackingNumber !== null)?.trackingNumber ?? facts.trackingNumber,
    check: checks.find((check) => check.blocking) ?? checks[0] ?? null,
    checkCount: checks.length,
    holdReason: work.hold?.reason ?? null,
    caseKind: work.cases[0]?.kind ?? (lane === 'after-sales' ? 'dispute' : null),
  };
}

/** A hold's end does not move the ship-by: the platform does not wait for the seller. */
function dueOf({ facts, work }: Order, lane: Lane | null): number | null {
  if (lane === null) return null;
  if (DESK_LANES.includes(lane)) return facts.shipByMs;
  return lane === 'after-sales' ? earliest(work.cases.map((open) => open.dueAtMs)) : null;
}

function sinceOf({ work }: Order, lane: Lane | null): number | null {
  switch (lane) {
    case 'in-transit':
      return latest(work.parcels.map((parcel) => parcel.handedOverAtMs));
    case 'delivered':
      return work.deliveredAtMs;
    case 'exception':
      return work.exception?.sinceMs ?? null;
    default:
      return null;
  }
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
