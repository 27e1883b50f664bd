import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { boughtWithNumber } from './bought-labels.ts';
import { carrierFields } from './carriers.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { readOrder, unseen } from './fetch-order.ts';
import { marketplaceCountry, marketplaceOf } from './marketplace-of.ts';
import { newReferenceId, type PackageNote, readPackageNote, writePackageNote } from './package-notes.ts';
import { timeText } from './parse-time.ts';
import type { OrderShape } from './schema.ts';

type PushTracking = EffectOf<'push-tracking'>;
type Rejected = Extract<Outcome, { readonly kind: 'rejected' }>;

const rejected = (code: string): Rejected => ({ kind: 'rejected', code });

/**
 * Tells one parcel (Orders API v0, confirmShipment: one call, one package). The order is read first: it names the
 * marketplace and the items, and a label that was bought has confirmed its package already. The package's id stays the
 * same for all tries, so that a repeated call only corrects the package.
 */
export async function pushTracking(context: ConnectorContext, effect: PushTracking): Promise<Outcome> {
  const order = await readOrder(context, effect.remoteId);
  if (!order.ok) return order.outcome;
  const { shape } = order;
  const known = await readPackageNote(context.notebook, effect.parcelId);
  if (await boughtWithNumber(context.notebook, effect.remoteId, effect.trackingNumber)) return { kind: 'done' };
  // The same number with another carrier or other items is a correction.
  const told = JSON.stringify([effect.carrier, effect.items]);
  if (isShown(shape, effect) && (known === null || known.told === '' || known.told === told)) return { kind: 'done' };
  const referenceId = known?.referenceId ?? replacedId(shape, effect) ?? newReferenceId(effect.parcelId, shape);
  const body = confirmationBody(context, shape, effect, referenceId);
  if ('kind' in body) return body;
  const { proxy, clock, notebook, timings } = context;
  const note = { referenceId, sentAtMs: clock.nowMs(), told: known?.told ?? '' };
  await writePackageNote(notebook, effect.parcelId, note);
  const answer = await proxy.call('confirmShipment', { params: { orderId: effect.remoteId }, body });
  if (answer.ok) {
    await writePackageNote(notebook, effect.parcelId, { ...note, told });
    return { kind: 'accepted', confirmAfterMs: timings.confirmAfterMs };
  }
  const outcome = faultOutcome(answer.fault, 'write');
  if (outcome.kind !== 'rejected' || outcome.code !== 'package-not-found') return outcome;
  return await afterPackageNotFound(context, effect, known);
}

/** "Already fulfilled" is also what a repeated call gets: the packages tell whether ours is among them. */
async function afterPackageNotFound(
  context: ConnectorContext,
  effect: PushTracking,
  known: PackageNote | null,
): Promise<Outcome> {
  const again = await readOrder(context, effect.remoteId);
  if (!again.ok) return { kind: 'unknown', code: outcomeCode(again.outcome) };
  if (isShown(again.shape, effect)) return { kind: 'done' };
  const isRecent = known !== null && isWithin(context, known.sentAtMs, context.timings.patienceMs);
  return isRecent
    ? { kind: 'accepted', confirmAfterMs: context.timings.confirmAfterMs }
    : rejected('order-already-shipped');
}

/** Looks whether the number has come through; it does so minutes after it was accepted. */
export async function confirmTracking(context: ConnectorContext, effect: PushTracking): Promise<Confirmation> {
  const order = await readOrder(context, effect.remoteId);
  if (!order.ok) return unseen(order.outcome);
  const { shape } = order;
  if (isShown(shape, effect)) return { kind: 'done' };
  if (await boughtWithNumber(context.notebook, effect.remoteId, effect.trackingNumber)) return { kind: 'done' };
  if (shape.fulfillment?.fulfillmentStatus === 'CANCELLED') return { kind: 'failed', code: 'order-cancelled' };
  const note = await readPackageNote(context.notebook, effect.parcelId);
  const { timings } = context;
  return note !== null && isWithin(context, note.sentAtMs, timings.patienceMs)
    ? { kind: 'pending', afterMs: timings.lookAgainMs }
    : { kind: 'not-done' };
}

const isWithin = ({ clock }: ConnectorContext, sinceMs: number, spanMs: number): boolean =>
  Math.abs(clock.nowMs() - sinceMs) < spanMs;

const plainNumber = (number: string): string => number.replace(/\s+/g, '').toUpperCase();

function isShown({ packages }: OrderShape, { trackingNumber }: PushTracking): boolean {
  return packages.some((one) => plainNumber(one.trackingNumber ?? '') === plainNumber(trackingNumber));
}

/** The package whose number this one corrects. */
function replacedId({ packages }: OrderShape, { replaces }: PushTracking): string | null {
  if (replaces === null) return null;
  const before = packages.find((one) => plainNumber(one.trackingNumber ?? '') === plainNumber(replaces.trackingNumber));
  return before?.packageReferenceId ?? null;
}

/** The call's body, or why Amazon would refuse it for certain. */
function confirmationBody(
  { settings, proxy }: ConnectorContext,
  shape: OrderShape,
  effect: PushTracking,
  packageReferenceId: string,
) {
  if (shape.programs.includes('FBM_SHIP_PLUS')) return rejected('fbm-ship-plus');
  if (shape.fulfillment?.fulfilledBy === 'AMAZON') return rejected('fulfilled-by-amazon');
  const carrier = effect.carrier?.trim() ?? '';
  if (carrier === '') return rejected('carrier-missing');
  if (carrier.toLowerCase() === 'other') return rejected('carrier-name-missing');
  const marketplaceId = marketplaceOf(shape, settings);
  if (marketplaceId === null) return rejected('marketplace-unknown');
  const orderItems = itemsOf(shape, effect, packageReferenceId);
  if (orderItems.length === 0) return rejected('order-already-shipped');
  const needsCodes = shape.orderItems.some(
    (item) =>
      item.programs.includes('TRANSPARENCY') && orderItems.some(({ orderItemId }) => orderItemId === item.orderItemId),
  );
  if (needsCodes) return rejected('transparency-codes-needed');
  const country = marketplaceCountry(marketplaceId);
  return {
    marketplaceId,
    ...(country === 'JP' && isCashOnDelivery(shape) ? { codCollectionMethod: 'DirectPayment' } : {}),
    packageDetail: {
      packageReferenceId,
      ...carrierFields(carrier, country),
      trackingNumber: effect.trackingNumber,
      shipDate: timeText(proxy.nowMs()),
      orderItems,
    },
  };
}

const isCashOnDelivery = ({ orderItems }: OrderShape): boolean =>
  orderItems.some((item) => item.fulfillment?.shipping?.shippingConstraints?.['cashOnDelivery'] !== undefined);

/** What lies in the parcel: as the seller said; as the package had it; or all that is left. */
function itemsOf({ orderItems, packages }: OrderShape, { items }: PushTracking, referenceId: string) {
  if (items !== null) return items.map(({ lineRemoteId, quantity }) => ({ orderItemId: lineRemoteId, quantity }));
  const before = packages.find((one) => one.packageReferenceId === referenceId)?.packageItems ?? [];
  if (before.length > 0) return before;
  return orderItems.flatMap(({ orderItemId, quantityOrdered, fulfillment }) => {
    const quantity = fulfillment?.quantityUnfulfilled ?? quantityOrdered;
    return quantity > 0 ? [{ orderItemId, quantity }] : [];
  });
}
