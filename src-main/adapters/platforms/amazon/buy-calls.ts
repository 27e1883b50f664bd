import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { Money } from '../../../core/money/money.ts';
import { type BoughtLabel, keepBought } from './bought-labels.ts';
import type { CallResult } from './call.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome } from './errors.ts';
import { askRates, askServices } from './label-offers.ts';
import { specificationFor } from './label-specification.ts';
import {
  mfnAddress,
  mfnOfferId,
  mfnPrice,
  type MfnService,
  readShipment,
  requestDetails,
  sellerInputs,
} from './mfn.ts';
import type { ParcelRequest } from './parcel-request.ts';
import { businessIdOf, idempotencyKey, offerIdOf, priceOf, readPurchase } from './shipping-v2.ts';

/** What is to be bought: a service for a parcel, at most at the agreed price. */
interface Wish {
  readonly parcel: ParcelRequest;
  readonly offerId: string;
  readonly agreed: Money;
}

const rejected = (code: string): Outcome => ({ kind: 'rejected', code });
const LOST: Outcome = { kind: 'unknown', code: 'unexpected-answer' };

/** True when what is asked now is not more than what the seller agreed to. */
const isNoDearer = (price: Money | null, agreed: Money): boolean =>
  price !== null && price.currency === agreed.currency && price.minor <= agreed.minor;

/**
 * Shipping v2: rates live for ten minutes, so they are asked for again and the same service is taken. Throws PlatformFault
 * only before the purchase.
 */
export async function buyFromShipping(
  context: ConnectorContext,
  remoteId: string,
  wish: Wish,
  label: BoughtLabel,
): Promise<Outcome> {
  const rates = await askRates(context, wish.parcel);
  const rate = rates?.rates.find((candidate) => offerIdOf(candidate) === wish.offerId);
  if (rates === null || rate === undefined) return rejected('offer-gone');
  if (!isNoDearer(priceOf(rate), wish.agreed)) return rejected('price-changed');
  if (rate.requiresAdditionalInputs === true) return rejected('needs-extra-data');
  const requestedDocumentSpecification = specificationFor(rate, context.settings.labelFormat);
  if (requestedDocumentSpecification === null) return rejected('label-format-not-offered');
  const purchase = { requestToken: rates.requestToken, rateId: rate.rateId, requestedDocumentSpecification };
  const open = { ...label, purchase };
  await keepBought(context.notebook, remoteId, open);
  const answer = await sendPurchase(context, remoteId, open);
  if (answer.ok) return await keepPurchase(context, remoteId, open, readPurchase(answer.body));
  // Ten minutes were over; the next try asks for rates again.
  const isLate = answer.fault.kind === 'api' && answer.fault.error.code === 'TOKEN_EXPIRED';
  return isLate ? { kind: 'retry', code: 'rates-expired', afterMs: 0 } : faultOutcome(answer.fault, 'write');
}

/** purchaseShipment with the effect's own idempotency key: said twice, it buys once. */
export async function sendPurchase(
  { proxy, settings }: ConnectorContext,
  remoteId: string,
  { purchase, reference, key }: BoughtLabel,
): Promise<CallResult> {
  const headers = {
    'x-amzn-IdempotencyKey': idempotencyKey(remoteId, reference, key),
    'x-amzn-shipping-business-id': businessIdOf(settings.shipFrom?.country ?? '') ?? 'AmazonShipping_US',
  };
  return await proxy.call('purchaseShipment', { body: purchase, headers });
}

/** Merchant Fulfillment: offers are asked for again, and every call buys. Throws PlatformFault only before the purchase. */
export async function buyFromMfn(
  context: ConnectorContext,
  remoteId: string,
  wish: Wish,
  label: BoughtLabel,
): Promise<Outcome> {
  const { ShippingServiceList } = await askServices(context, wish.parcel);
  const service = ShippingServiceList.find((candidate) => mfnOfferId(candidate) === wish.offerId);
  if (service === undefined) return rejected('offer-gone');
  if (!isNoDearer(mfnPrice(service), wish.agreed)) return rejected('price-changed');
  const extra = await extraInputs(context, service, wish.parcel);
  if (!extra.ok) return extra.outcome;
  await keepBought(context.notebook, remoteId, label);
  const answer = await context.proxy.call('createShipment', {
    isRestricted: true,
    body: {
      ShipmentRequestDetails: requestDetails(wish.parcel, context.settings.labelFormat),
      ShippingServiceId: service.ShippingServiceId,
      ...(service.ShippingServiceOfferId === null ? {} : { ShippingServiceOfferId: service.ShippingServiceOfferId }),
      ...(extra.inputs.length === 0 ? {} : { ShipmentLevelSellerInputsList: extra.inputs }),
    },
  });
  if (!answer.ok) return mfnOutcome(answer.fault);
  const shipment = readShipment(answer.body);
  const bought = shipment === null ? null : { shipmentId: shipment.ShipmentId, trackingNumber: shipment.TrackingId };
  return await keepPurchase(context, remoteId, label, bought);
}

/** No key protects this purchase: only what surely never reached the service may be tried again without a look. */
function mfnOutcome(fault: CallFault): Outcome {
  const outcome = faultOutcome(fault, 'write');
  return fault.kind === 'api' && fault.error.status >= 500 ? { kind: 'unknown', code: 'service-unavailable' } : outcome;
}

async function extraInputs({ proxy }: ConnectorContext, service: MfnService, parcel: ParcelRequest) {
  if (service.RequiresAdditionalSellerInputs !== true) return { ok: true as const, inputs: [] };
  const body = {
    ShippingServiceId: service.ShippingServiceId,
    ShipFromAddress: mfnAddress(parcel.shipFrom),
    OrderId: parcel.orderId,
  };
  const answer = await proxy.call('getAdditionalSellerInputs', { body });
  if (!answer.ok) return { ok: false as const, outcome: faultOutcome(answer.fault, 'read') };
  const { inputs, missing } = sellerInputs(
    answer.body,
    parcel.items.map((item) => item.title),
  );
  if (missing !== null) return { ok: false as const, outcome: rejected(`needs-extra-data:${missing}`) };
  return { ok: true as const, inputs };
}

/** Writes down what was bought. An answer that cannot be read was a purchase all the same. */
export async function keepPurchase(
  { notebook }: ConnectorContext,
  remoteId: string,
  label: BoughtLabel,
  bought: { readonly shipmentId: string; readonly trackingNumber: string | null } | null,
): Promise<Outcome> {
  if (bought === null) return LOST;
  await keepBought(notebook, remoteId, { ...label, ...bought, state: 'bought' });
  return { kind: 'done' };
}
