import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { Money } from '../../core/money/money.ts';
import { effectItems } from '../../core/order/effect-items.ts';
import type { EffectItem } from '../../core/order/effects.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import {
  PlatformFault,
  type LabelOffer,
  type LabelOffers,
  type PlatformConnector,
} from '../ports/platform-connector.ts';
import { boughtLast, measureOf } from './buying-habits.ts';

/** The measure of the last parcel with the same goods. Throws ContractError 'not-found'. */
export async function labelMeasure(deps: AppDeps, orderId: string): Promise<MethodOutput<'labels.measure'>> {
  return { measure: await measureOf(deps, deps.store.read, await orderOrThrow(deps, orderId)) };
}

/**
 * Ways to ship an order that its platform sells: the buyer's choice first, then by price. None where the platform sells
 * none. Throws ContractError 'not-found', 'platform-unavailable' (with the platform's `code`).
 */
export async function labelOffers(
  deps: AppDeps,
  connections: Connections,
  { orderId, measure }: MethodInput<'labels.offers'>,
): Promise<MethodOutput<'labels.offers'>> {
  const order = await orderOrThrow(deps, orderId);
  const connector = await connections.byId(order.shopId);
  if (connector === null) throw new ContractError('platform-unavailable', {}, true);
  if (connector.manifest.labels !== 'bought') return { offers: [], refused: [], likelyId: null };
  const { offers, refused } = await ask(deps, connector, order, measure);
  const last = await boughtLast(deps, deps.store.read, order);
  // Some platforms give an offer a new id each time.
  const likely =
    offers.find((offer) => offer.id === last?.id) ??
    offers.find((offer) => offer.carrier === last?.carrier && offer.service === last.service);
  return {
    offers: offers.toSorted(byChoiceAndPrice).map((offer) => ({ ...offer, warnings: [...offer.warnings] })),
    refused: refused.map((one) => ({ ...one })),
    likelyId: likely?.id ?? null,
  };
}

async function orderOrThrow({ store }: Pick<AppDeps, 'store'>, id: string): Promise<Order> {
  const order = await store.read.order(id as OrderId);
  if (order === null) throw new ContractError('not-found');
  return order;
}

async function ask(
  deps: AppDeps,
  connector: PlatformConnector,
  order: Order,
  measure: MethodInput<'labels.offers'>['measure'],
): Promise<LabelOffers> {
  try {
    return await connector.labelOffers(order.facts.remoteId, measure, itemsOf(order));
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    deps.log.warn('label-offers-failed', { orderId: order.id, error: error.message });
    const { outcome } = error;
    throw new ContractError('platform-unavailable', 'code' in outcome ? { code: outcome.code } : {}, true);
  }
}

/** What the seller packs into the first parcel; null: all of the order. */
function itemsOf({ id, facts, work }: Order): EffectItem[] | null {
  const parcel = work.parcels.find((one) => one.id === parcelId(id, 1));
  return effectItems(facts.lines, parcel?.items ?? null);
}

function byChoiceAndPrice(one: LabelOffer, other: LabelOffer): number {
  if (one.isBuyersChoice !== other.isBuyersChoice) return one.isBuyersChoice ? -1 : 1;
  return comparePrices(one.price, other.price);
}

/** What has no price comes last; amounts in different currencies cannot be compared and stay apart. */
function comparePrices(one: Money | null, other: Money | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (one.currency !== other.currency) return one.currency < other.currency ? -1 : 1;
  return one.minor - other.minor;
}
