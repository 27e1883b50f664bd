import { type Confirmation, type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type BoughtLabel, forgetBought, keepBought, packageOf, readBought } from './bought-labels.ts';
import { buyFromMfn, buyFromShipping } from './buy-calls.ts';
import type { ConnectorContext } from './context.ts';
import { outcomeCode } from './errors.ts';
import { readOrder } from './fetch-order.ts';
import { parcelRequest } from './parcel-request.ts';
import type { OrderShape } from './schema.ts';

type BuyLabel = EffectOf<'buy-label'>;

const rejected = (code: string): Outcome => ({ kind: 'rejected', code });

/**
 * Buys the service that the seller chose, at the price she agreed to or less. What was bought for this key is never
 * bought again: the purchase is written down before and after the call, an open one is looked for on the order first,
 * and Shipping v2 gets the same idempotency key with every try. Never throws for what a platform may do.
 */
export async function buyLabel(context: ConnectorContext, effect: BuyLabel, key: string): Promise<Outcome> {
  const { notebook, settings, clock, timings } = context;
  const before = (await readBought(notebook, effect.remoteId)).find((label) => label.key === key);
  if (before?.state === 'bought') return { kind: 'done' };
  const { shipFrom } = settings;
  if (shipFrom === null) return rejected('setting-needed:shipFrom');
  if (effect.offer.price === null) return rejected('price-unknown');
  const order = await readOrder(context, effect.remoteId);
  if (!order.ok) return order.outcome;
  if (before !== undefined) {
    if (await foundOnOrder(context, effect.remoteId, before, order.shape)) return { kind: 'done' };
    if (isYoung(context, before)) return { kind: 'accepted', confirmAfterMs: timings.lookAgainMs };
  }
  const reference = before?.reference ?? effect.parcelId.replace(/[^\w-]/g, '-').slice(-50);
  const parcel = parcelRequest(order.shape, shipFrom, { measure: effect.measure, items: effect.items, reference });
  if (parcel === null) return rejected('order-already-shipped');
  const label: BoughtLabel = {
    key,
    reference,
    via: effect.offer.id.startsWith('mfn:') ? 'mfn' : 'v2',
    state: 'buying',
    atMs: clock.nowMs(),
    carrier: effect.offer.carrier,
    items: parcel.items.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })),
    packagesBefore: order.shape.packages.flatMap((one) => one.packageReferenceId ?? []),
    purchase: null,
    shipmentId: null,
    trackingNumber: null,
  };
  const wish = { parcel, offerId: effect.offer.id, agreed: effect.offer.price };
  return await buyAndKeep(context, effect.remoteId, label, wish, before !== undefined);
}

async function buyAndKeep(
  context: ConnectorContext,
  remoteId: string,
  label: BoughtLabel,
  wish: Parameters<typeof buyFromShipping>[2],
  isAgain: boolean,
): Promise<Outcome> {
  const buy = label.via === 'v2' ? buyFromShipping : buyFromMfn;
  try {
    const outcome = await buy(context, remoteId, wish, label);
    // What is surely not bought is not looked for; a purchase that was open before stays so.
    if (outcome.kind !== 'done' && outcome.kind !== 'unknown' && !isAgain)
      await forgetBought(context.notebook, remoteId, label.key);
    return outcome;
  } catch (error) {
    if (error instanceof PlatformFault) return error.outcome;
    throw error;
  }
}

/** Looks at our own record first, then at the order, which shows a bought label as a package after minutes. */
export async function confirmLabel(context: ConnectorContext, effect: BuyLabel, key: string): Promise<Confirmation> {
  const label = (await readBought(context.notebook, effect.remoteId)).find((one) => one.key === key);
  if (label === undefined) return { kind: 'not-done' };
  if (label.state === 'bought') return { kind: 'done' };
  const order = await readOrder(context, effect.remoteId);
  if (!order.ok) return { kind: 'unknown', code: outcomeCode(order.outcome) };
  if (await foundOnOrder(context, effect.remoteId, label, order.shape)) return { kind: 'done' };
  return isYoung(context, label) ? { kind: 'pending', afterMs: context.timings.lookAgainMs } : { kind: 'not-done' };
}

const isYoung = ({ clock, timings }: ConnectorContext, label: BoughtLabel): boolean =>
  Math.abs(clock.nowMs() - label.atMs) < timings.patienceMs;

/** True when the order shows the package of an open purchase; then it is written down as bought. */
async function foundOnOrder(
  { notebook }: ConnectorContext,
  remoteId: string,
  label: BoughtLabel,
  shape: OrderShape,
): Promise<boolean> {
  const found = packageOf(label, shape);
  if (found === null) return false;
  await keepBought(notebook, remoteId, { ...label, state: 'bought', trackingNumber: found.trackingNumber });
  return true;
}
