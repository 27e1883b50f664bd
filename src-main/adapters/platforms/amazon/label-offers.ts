import { type LabelOffers, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { EffectItem, ParcelMeasure } from '../../../core/order/effects.ts';
import type { ConnectorContext } from './context.ts';
import { isBadRequest, isDenied, orThrow } from './errors.ts';
import { readOrder } from './fetch-order.ts';
import { mfnOffers, type MfnServices, readServices, requestDetails } from './mfn.ts';
import { type ParcelRequest, parcelRequest } from './parcel-request.ts';
import { businessIdOf, offersOf, type Rates, ratesBody, readRates } from './shipping-v2.ts';

const rejected = (code: string) => new PlatformFault({ kind: 'rejected', code });
const unreadable = () => new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });

/**
 * Ways to ship that can be bought: Shipping v2 where it serves the country the parcel starts from, Merchant Fulfillment
 * elsewhere, and where Shipping v2 has nothing to offer. Throws PlatformFault.
 */
export async function labelOffers(
  context: ConnectorContext,
  remoteId: string,
  measure: ParcelMeasure,
  items: readonly EffectItem[] | null,
): Promise<LabelOffers> {
  const { shipFrom } = context.settings;
  if (shipFrom === null) throw rejected('setting-needed:shipFrom');
  const order = await readOrder(context, remoteId);
  if (!order.ok) throw new PlatformFault(order.outcome);
  const parcel = parcelRequest(order.shape, shipFrom, { measure, items, reference: `${remoteId}-offer` });
  if (parcel === null) throw rejected('order-already-shipped');
  const rates = await askRates(context, parcel);
  const first = rates === null ? { offers: [], refused: [] } : offersOf(rates, parcel.deliverByMs);
  if (first.offers.length > 0) return first;
  const second = mfnOffers(await askServices(context, parcel), parcel.deliverByMs);
  return { offers: second.offers, refused: [...first.refused, ...second.refused] };
}

/** Rates of Shipping v2; null where it does not serve this parcel. Throws PlatformFault. */
export async function askRates({ proxy }: ConnectorContext, parcel: ParcelRequest): Promise<Rates | null> {
  const businessId = businessIdOf(parcel.shipFrom.country);
  if (businessId === null) return null;
  const headers = { 'x-amzn-shipping-business-id': businessId };
  const answer = await proxy.call('getRates', { body: ratesBody(parcel), headers });
  if (!answer.ok && (isBadRequest(answer.fault) || isDenied(answer.fault))) return null;
  const rates = readRates(orThrow(answer).body);
  if (rates === null) throw unreadable();
  return rates;
}

/** Services of Merchant Fulfillment. Throws PlatformFault. */
export async function askServices({ proxy, settings }: ConnectorContext, parcel: ParcelRequest): Promise<MfnServices> {
  const body = { ShipmentRequestDetails: requestDetails(parcel, settings.labelFormat) };
  const services = readServices(orThrow(await proxy.call('getEligibleShipmentServices', { body })).body);
  if (services === null) throw unreadable();
  return services;
}
