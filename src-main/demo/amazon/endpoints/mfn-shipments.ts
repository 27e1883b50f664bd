import * as z from 'zod';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, notFound } from '../refusal.ts';
import { serviceById } from '../rules/carrier-services.ts';
import { confirmBoughtLabel, withdrawLabel } from '../rules/label-bought.ts';
import type { LabelFormat, MfnOffer, MfnShipment } from '../shipment.ts';
import { borderInput, orderOfRequest } from './mfn-offers.ts';
import { additionalInput, requestDetails } from './mfn-schema.ts';
import { shipmentView } from './mfn-shipment-view.ts';

const shared = { roles: ['direct-to-consumer-shipping'], isRestricted: true } as const;

/** Merchant Fulfillment v0, the part that costs money: it opens with a restricted data token only. */
export const mfnShipmentOperations: readonly Operation[] = [
  {
    ...shared,
    name: 'createShipment',
    method: 'POST',
    path: '/mfn/v0/shipments',
    limit: { ratePerSecond: 2, burst: 2 },
    run: create,
  },
  {
    ...shared,
    name: 'getShipment',
    method: 'GET',
    path: '/mfn/v0/shipments/{shipmentId}',
    limit: { ratePerSecond: 1, burst: 1 },
    run: async (call) => ({ status: 200, body: { payload: await shipmentView(call, shipmentOf(call)) } }),
  },
  {
    ...shared,
    name: 'cancelShipment',
    method: 'DELETE',
    path: '/mfn/v0/shipments/{shipmentId}',
    limit: { ratePerSecond: 1, burst: 1 },
    run: cancel,
  },
];

const createSchema = z.strictObject({
  ShipmentRequestDetails: requestDetails,
  ShippingServiceId: z.string().min(1),
  ShippingServiceOfferId: z.string().exactOptional(),
  HazmatType: z.enum(['None', 'LQHazmat']).exactOptional(),
  LabelFormatOption: z.strictObject({ IncludePackingSlipWithLabel: z.boolean().exactOptional() }).exactOptional(),
  ShipmentLevelSellerInputsList: z.array(additionalInput).exactOptional(),
});

/** Every call buys a label: two calls cost twice. */
async function create(call: Call): Promise<Outcome> {
  const body = bodyOf(call, createSchema);
  const details = body.ShipmentRequestDetails;
  const order = orderOfRequest(call, details);
  const offer = offerOf(call, body.ShippingServiceId, body.ShippingServiceOfferId);
  if (offer.orderId !== order.orderId) throw invalidInput('ShippingServiceOfferId belongs to another order.');
  const inputs = (body.ShipmentLevelSellerInputsList ?? []).map((input) => input.AdditionalInputFieldName);
  if (offer.needsInputs && !inputs.includes(borderInput)) {
    throw invalidInput(`ShipmentLevelSellerInputsList needs ${borderInput}.`);
  }
  const service = serviceById(offer.serviceId);
  if (service === null) throw invalidInput('ShippingServiceId is invalid.');
  const trackingId = service.makeTrackingId(call.store.newSerial());
  const items = details.ItemList.map((item) => ({ orderItemId: item.OrderItemId, quantity: item.Quantity }));
  const bought = { via: 'mfn' as const, service, trackingId, items, nowMs: call.nowMs, timings: call.timings };
  const packageReferenceId = confirmBoughtLabel(order, bought) ?? '';
  const shipment: MfnShipment = {
    shipmentId: call.store.newUuid(),
    region: call.account.region,
    orderId: order.orderId,
    serviceId: offer.serviceId,
    offerId: offer.offerId,
    packageReferenceId,
    trackingId,
    labelFormat: labelFormat(details.ShippingServiceOptions.LabelFormat),
    customText: details.LabelCustomization?.CustomTextForLabel ?? '',
    amountMinor: offer.amountMinor,
    currency: offer.currency,
    request: details,
    status: 'Purchased',
    createdAtMs: call.nowMs,
    updatedAtMs: call.nowMs,
    refundDecidedAtMs: null,
  };
  call.store.world.mfnShipments.push(shipment);
  return { status: 200, body: { payload: await shipmentView(call, shipment) } };
}

function offerOf(call: Call, serviceId: string, offerId: string | undefined): MfnOffer {
  const offer = call.store.world.mfnOffers.find((candidate) => candidate.offerId === offerId);
  if (offer === undefined || offer.serviceId !== serviceId) throw invalidInput('ShippingServiceOfferId is invalid.');
  if (offer.expiresAtMs <= call.nowMs) throw invalidInput('ShippingServiceOfferId has expired.');
  return offer;
}

function labelFormat(asked: LabelFormat | 'ShippingServiceDefault' | undefined): LabelFormat {
  return asked === undefined || asked === 'ShippingServiceDefault' ? 'PDF' : asked;
}

function shipmentOf(call: Call): MfnShipment {
  const shipment = call.store.world.mfnShipments.find(({ shipmentId }) => shipmentId === call.params['shipmentId']);
  if (shipment === undefined || shipment.region !== call.account.region) throw notFound('The shipment was not found.');
  return shipment;
}

/** Asks the money back. The order stays shipped, whatever becomes of it. */
async function cancel(call: Call): Promise<Outcome> {
  const shipment = shipmentOf(call);
  if (shipment.status === 'Purchased') {
    shipment.status = call.fault('label-refund-rejected') === undefined ? 'RefundPending' : 'RefundRejected';
    shipment.updatedAtMs = call.nowMs;
    shipment.refundDecidedAtMs = call.nowMs + call.timings.refundDelayMs;
    const order = call.store.orderInBooks(shipment.orderId);
    const parcel = order.packages.find(({ referenceId }) => referenceId === shipment.packageReferenceId);
    if (parcel?.status === 'PENDING') withdrawLabel(order, parcel.referenceId, call.nowMs);
  }
  return { status: 200, body: { payload: await shipmentView(call, shipment) } };
}
