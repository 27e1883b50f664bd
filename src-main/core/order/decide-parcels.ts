import { addressKey } from '../address/address.ts';
import { parseTrackingNumber } from '../shipment/tracking-number.ts';
import type { CommandOf } from './commands.ts';
import { handOverEffects, isNumberDue, trackingEffects } from './decide-effects.ts';
import { effectItems } from './effect-items.ts';
import { accepted, refused, type DecideContext, type Decision } from './decision.ts';
import { isBlocked, isHandedOver } from './lane-of.ts';
import type { Order } from './order.ts';
import { shipTo } from './ship-to.ts';
import type { Parcel, ParcelItem, WorkEvent } from './work.ts';

const parcelOf = (order: Order, id: Parcel['id']): Parcel | undefined =>
  order.work.parcels.find((parcel) => parcel.id === id);

export function decideLabelAttached(order: Order, command: CommandOf<'attach-label'>, atMs: number): Decision {
  const { parcelId, labelId } = command;
  if (parcelOf(order, parcelId)?.labelId === labelId) return refused('nothing-changes');
  return accepted([{ kind: 'label-attached', atMs, parcelId, labelId }]);
}

/** A number that comes, or is corrected, after its moment of pushing goes to the platform at once. */
export function decideTracking(order: Order, command: CommandOf<'assign-tracking'>, context: DecideContext): Decision {
  const { parcelId, carrier, items } = command;
  if (!order.facts.steps.includes('push-tracking')) return refused('tracking-by-platform');
  const number = parseTrackingNumber(command.trackingNumber);
  if (!number.ok) return refused('tracking-invalid');
  if (items !== null && !areOfOrder(order, items)) return refused('items-unknown');
  const parcel = parcelOf(order, parcelId);
  const isSame = parcel?.trackingNumber === number.text && parcel.carrier === carrier;
  if (isSame && (items === null || sameItems(items, parcel.items))) return refused('nothing-changes');
  const event: WorkEvent = {
    kind: 'tracking-assigned',
    atMs: context.nowMs,
    parcelId,
    trackingNumber: number.text,
    carrier,
    items,
  };
  if (!isNumberDue(order, parcel, context.pushTracking)) return accepted([event]);
  const corrected = { id: parcelId, trackingNumber: number.text, carrier, items: items ?? parcel?.items ?? null };
  return accepted([event], trackingEffects(order, [corrected]));
}

/** True when every line is one of the order's and no more is said to be in the parcel than was ordered. */
function areOfOrder({ facts }: Order, items: readonly ParcelItem[]): boolean {
  const isOfOrder = ({ lineRemoteId, quantity }: ParcelItem) =>
    facts.lines.some((line) => line.remoteId === lineRemoteId && quantity >= 1 && quantity <= line.quantity);
  return items.length > 0 && items.every(isOfOrder);
}

function sameItems(items: readonly ParcelItem[], known: readonly ParcelItem[] | null): boolean {
  const text = (list: readonly ParcelItem[]) => JSON.stringify(list.map((item) => [item.lineRemoteId, item.quantity]));
  return known !== null && text(items) === text(known);
}

/** Asks the platform to sell a label. Money leaves with the effect, so nothing may stand against the order. */
export function decideLabelOrdered(order: Order, command: CommandOf<'buy-label'>, atMs: number): Decision {
  const { parcelId, offer, measure } = command;
  const { steps, remoteId, stage } = order.facts;
  if (!steps.includes('platform-label')) return refused('step-not-offered');
  if (stage === 'not-ready') return refused('platform-not-ready');
  if (isHandedOver(order)) return refused('already-handed-over');
  if (order.work.hold !== null || isBlocked(order)) return refused('solve-problem-first');
  const items = effectItems(order.facts.lines, parcelOf(order, parcelId)?.items ?? null);
  const { carrier, service, price } = offer;
  return accepted(
    [{ kind: 'label-ordered', atMs, parcelId, carrier, service, price }],
    [{ kind: 'buy-label', remoteId, parcelId, offer, measure, items }],
  );
}

/** The first print of a parcel's label may be the moment to push its number; a reprint pushes nothing. */
export function decideLabelled(order: Order, command: CommandOf<'record-labelled'>, context: DecideContext): Decision {
  const { parcelId, printJobId } = command;
  const address = shipTo(order);
  const labelledFor = address === null ? null : addressKey(address);
  const event: WorkEvent = { kind: 'labelled', atMs: context.nowMs, parcelId, printJobId, labelledFor };
  const parcel = parcelOf(order, parcelId);
  const isFirst = parcel !== undefined && parcel.labelledAtMs === null;
  return accepted([event], isFirst && context.pushTracking === 'print' ? trackingEffects(order, [parcel]) : []);
}

/** Hands over every parcel that is labelled and still here; parcels without a label stay on the desk. */
export function decideHandOver(order: Order, context: DecideContext): Decision {
  const leaving = order.work.parcels.filter((parcel) => parcel.labelledAtMs !== null && parcel.handedOverAtMs === null);
  if (leaving.length === 0) return refused('label-first');
  const needsNumber = order.facts.steps.includes('push-tracking');
  if (needsNumber && leaving.some((parcel) => parcel.trackingNumber === null)) return refused('tracking-missing');
  const events = leaving.map((parcel): WorkEvent => ({
    kind: 'handed-over',
    atMs: context.nowMs,
    parcelId: parcel.id,
  }));
  return accepted(events, handOverEffects(order, leaving, context.pushTracking));
}
