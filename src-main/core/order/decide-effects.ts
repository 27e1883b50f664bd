import { effectItems, holdEverything } from './effect-items.ts';
import type { Effect, EffectOf } from './effects.ts';
import type { Order } from './order.ts';
import type { Parcel } from './work.ts';

/** When a shop's tracking numbers go to its platform. 'first-scan' waits for the carrier's own event. */
export const PUSH_MOMENTS = ['print', 'hand-over', 'first-scan'] as const;
export type PushMoment = (typeof PUSH_MOMENTS)[number];

/** The platform's confirm call, where it has one and still waits for it: one package with everything in it. */
export function confirmEffects(order: Order): Effect[] {
  const { facts } = order;
  const isWaiting = facts.stage === 'to-confirm' || facts.stage === 'unknown';
  if (!facts.steps.includes('confirm') || !isWaiting) return [];
  const items = facts.lines
    .filter((line) => line.quantity > 0)
    .map((line) => ({ remoteSku: line.remoteSku, quantity: line.quantity }));
  return [{ kind: 'confirm', remoteId: facts.remoteId, packages: [{ items }] }];
}

/**
 * One push for each parcel whose number is known, where the platform wants numbers from the seller and the order
 * still stands. With the push moment 'first-scan', whoever hears the carrier's first scan asks for these.
 */
export function trackingEffects(order: Order, parcels: readonly NumberedParcel[]): Effect[] {
  const { steps, remoteId, stage, lines } = order.facts;
  const isOver = stage === 'cancelled' || stage === 'replaced' || order.work.closedAtMs !== null;
  if (!steps.includes('push-tracking') || isOver) return [];
  const gone = order.work.parcels.filter(
    (parcel) => isToldAlready(parcel) && !parcels.some((leaving) => leaving.id === parcel.id),
  );
  return parcels.flatMap((parcel, index): Effect[] => {
    const { trackingNumber, carrier, id } = parcel;
    if (trackingNumber === null) return [];
    const items = effectItems(lines, parcel.items);
    const isLast = holdEverything(lines, [...gone, ...parcels.slice(0, index + 1)]);
    const replaces = numberBefore(order, parcel);
    return [{ kind: 'push-tracking', remoteId, parcelId: id, trackingNumber, carrier, items, isLast, replaces }];
  });
}

type NumberedParcel = Pick<Parcel, 'id' | 'trackingNumber' | 'carrier' | 'items'>;

/** A parcel whose number has gone to the platform, or is on its way there. */
const isToldAlready = (parcel: Parcel): boolean =>
  parcel.trackingNumber !== null && (parcel.labelledAtMs !== null || parcel.handedOverAtMs !== null);

/** The number that the platform may have been told of this parcel before. */
function numberBefore({ work }: Order, { id, trackingNumber }: NumberedParcel): EffectOf<'push-tracking'>['replaces'] {
  const known = work.parcels.find((parcel) => parcel.id === id);
  if (known === undefined || known.trackingNumber === null || known.trackingNumber === trackingNumber) return null;
  return { trackingNumber: known.trackingNumber, carrier: known.carrier };
}

/** True when the moment to push a parcel's number has passed, so that a number set now must go out now. */
export function isNumberDue(order: Order, parcel: Parcel | undefined, moment: PushMoment): boolean {
  if (order.facts.stage === 'in-transit' || order.facts.stage === 'declared') return true;
  if (parcel === undefined || moment === 'first-scan') return false;
  const isOut = parcel.handedOverAtMs !== null;
  return moment === 'print' ? isOut || parcel.labelledAtMs !== null : isOut;
}

/** What the platform hears when parcels leave: their numbers, if kept back until now, and with the last "on its way". */
export function handOverEffects(order: Order, leaving: readonly Parcel[], moment: PushMoment): Effect[] {
  const { steps, remoteId, stage } = order.facts;
  const numbers = moment === 'hand-over' ? trackingEffects(order, leaving) : [];
  const isLast = order.work.parcels.every((parcel) => parcel.handedOverAtMs !== null || leaving.includes(parcel));
  const isKnownThere = stage === 'in-transit' || stage === 'delivered';
  return steps.includes('push-in-transit') && isLast && !isKnownThere
    ? [...numbers, { kind: 'push-in-transit', remoteId }]
    : numbers;
}

/** What the platform hears when the seller marks an order delivered before the platform knows it. */
export function deliveredEffects(order: Order): Effect[] {
  const { remoteId, steps, stage } = order.facts;
  if (stage === 'delivered') return [];
  const effects: Effect[] = [];
  if (steps.includes('push-last-mile')) effects.push({ kind: 'push-last-mile', remoteId });
  if (steps.includes('push-delivered')) effects.push({ kind: 'push-delivered', remoteId });
  return effects;
}
