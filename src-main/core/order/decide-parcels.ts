import { addressKey } from '../address/address.ts';
import { parseTrackingNumber } from '../shipment/tracking-number.ts';
import type { Command } from './commands.ts';
import { handOverEffects, isNumberDue, trackingEffects } from './decide-effects.ts';
import { accepted, refused, type DecideContext, type Decision } from './decision.ts';
import type { Order } from './order.ts';
import type { Parcel, WorkEvent } from './work.ts';

type CommandOf<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>;

const parcelOf = (order: Order, id: Parcel['id']): Parcel | undefined =>
  order.work.parcels.find((parcel) => parcel.id === id);

export function decideLabelAttached(order: Order, command: CommandOf<'attach-label'>, atMs: number): Decision {
  const { parcelId, labelId } = command;
  if (parcelOf(order, parcelId)?.labelId === labelId) return refused('nothing-changes');
  return accepted([{ kind: 'label-attached', atMs, parcelId, labelId }]);
}

/** A number that comes, or is corrected, after its moment of pushing goes to the platform at once. */
export function decideTracking(order: Order, command: CommandOf<'assign-tracking'>, context: DecideContext): Decision {
  const { parcelId, carrier } = command;
  if (!order.facts.steps.includes('push-tracking')) return refused('tracking-by-platform');
  const number = parseTrackingNumber(command.trackingNumber);
  if (!number.ok) return refused('tracking-invalid');
  const parcel = parcelOf(order, parcelId);
  if (parcel?.trackingNumber === number.text && parcel.carrier === carrier) return refused('nothing-changes');
  const event: WorkEvent = {
    kind: 'tracking-assigned',
    atMs: context.nowMs,
    parcelId,
    trackingNumber: number.text,
    carrier,
  };
  const isDue = isNumberDue(order, parcel, context.pushTracking);
  return accepted(
    [event],
    isDue ? trackingEffects(order, [{ id: parcelId, trackingNumber: number.text, carrier }]) : [],
  );
}

/** The first print of a parcel's label may be the moment to push its number; a reprint pushes nothing. */
export function decideLabelled(order: Order, command: CommandOf<'record-labelled'>, context: DecideContext): Decision {
  const { parcelId, printJobId } = command;
  const { address } = order.facts;
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
