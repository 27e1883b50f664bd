import type { CardRow } from '../../app/ports/store-board.ts';
import { dueOf } from '../../core/deadline/card-due.ts';
import { isLabelled, laneOf } from '../../core/order/lane-of.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { Order } from '../../core/order/order.ts';
import { buyerKeyOf } from './buyer-key.ts';

/** The card of an order. Pure, so that the projection can be rebuilt and compared. */
export function cardOf(order: Order): CardRow {
  const { facts, work, checks } = order;
  const lane = laneOf(order);
  const due = dueOf(order, lane);
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
    dueAtMs: due?.atMs ?? null,
    dueKind: due?.kind ?? null,
    sinceMs: sinceOf(order, lane),
    hasBuyerNote: facts.buyerNote !== null && facts.buyerNote.trim() !== '',
    hasLabel: work.parcels.some((parcel) => parcel.labelId !== null),
    isLabelled: isLabelled(order),
    trackingNumber:
      work.parcels.find((parcel) => parcel.trackingNumber !== null)?.trackingNumber ?? facts.trackingNumber,
    check: checks.find((check) => check.blocking) ?? checks[0] ?? null,
    checkCount: checks.length,
    tagIds: work.tags,
    buyerKey: lane === null ? null : buyerKeyOf(order),
    shipsWith: work.shipsWith,
    holdReason: work.hold?.reason ?? null,
    caseKind: work.cases[0]?.kind ?? (lane === 'after-sales' ? 'dispute' : null),
  };
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

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
