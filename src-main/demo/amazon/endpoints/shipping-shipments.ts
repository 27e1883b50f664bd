import { headerText } from '../../kit/http/asked.ts';
import { instant } from '../answers/values.ts';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, notFound, Refusal } from '../refusal.ts';
import { serviceById, type CarrierService } from '../rules/carrier-services.ts';
import { confirmBoughtLabel, withdrawLabel } from '../rules/label-bought.ts';
import type { RateOffer, ShippingParcel, ShippingShipment } from '../shipment.ts';
import { checkBusinessId } from './shipping-business.ts';
import { offeredSpecifications, purchaseSchema, type PurchaseRequest } from './shipping-schema.ts';

const shared = { limit: { ratePerSecond: 80, burst: 100 }, roles: ['direct-to-consumer-shipping'] } as const;

/** Shipping v2: labels that are bought, printed again, given back and followed. */
export const shippingShipmentOperations: readonly Operation[] = [
  { ...shared, name: 'purchaseShipment', method: 'POST', path: '/shipping/v2/shipments', run: purchase },
  {
    ...shared,
    name: 'getShipmentDocuments',
    method: 'GET',
    path: '/shipping/v2/shipments/{shipmentId}/documents',
    query: ['packageClientReferenceId', 'format', 'dpi'],
    run: documents,
  },
  {
    ...shared,
    name: 'cancelShipmentV2',
    method: 'PUT',
    path: '/shipping/v2/shipments/{shipmentId}/cancel',
    run: cancel,
  },
  {
    ...shared,
    name: 'getTracking',
    method: 'GET',
    path: '/shipping/v2/tracking',
    query: ['trackingId', 'carrierId'],
    run: tracking,
  },
];

/** Buys a label; the same idempotency key again gives the same one, any other call costs once more. */
async function purchase(call: Call): Promise<Outcome> {
  checkBusinessId(call);
  const body = bodyOf(call, purchaseSchema);
  const idempotencyKey = headerText(call.headers, 'x-amzn-idempotencykey') || null;
  const { shippingShipments, rateOffers } = call.store.world;
  const before = shippingShipments.find(
    (candidate) => idempotencyKey !== null && candidate.idempotencyKey === idempotencyKey,
  );
  if (before !== undefined) return purchaseOutcome(call, before);
  const offer = rateOffers.find((candidate) => candidate.requestToken === body.requestToken);
  if (offer === undefined || offer.region !== call.account.region) throw invalidInput('requestToken is invalid.');
  if (offer.expiresAtMs <= call.nowMs) throw new Refusal(400, 'TOKEN_EXPIRED', 'The request token has expired.', '');
  const rate = offer.rates.find((candidate) => candidate.rateId === body.rateId);
  const service = serviceById(rate?.serviceId ?? '');
  if (rate === undefined || service === null) throw invalidInput('rateId is invalid.');
  checkSpecification(body.requestedDocumentSpecification);
  const parcels = offer.packages.map((parcel) => buyParcel(call, offer, service, parcel));
  const shipment: ShippingShipment = {
    shipmentId: `amzn1.sid.${call.store.newUuid()}`,
    region: call.account.region,
    orderId: offer.orderId,
    idempotencyKey,
    carrierId: service.carrierId,
    serviceId: service.serviceId,
    amountMinor: rate.amountMinor,
    currency: offer.currency,
    shipTo: offer.shipTo,
    shipFrom: offer.shipFrom,
    parcels,
    format: body.requestedDocumentSpecification.format,
    dpi: body.requestedDocumentSpecification.dpi ?? 203,
    createdAtMs: call.nowMs,
    isCancelled: false,
  };
  shippingShipments.push(shipment);
  return purchaseOutcome(call, shipment);
}

/** It must be one that the rate offered. */
function checkSpecification(asked: PurchaseRequest['requestedDocumentSpecification']): void {
  const offered = offeredSpecifications.find((candidate) => candidate.format === asked.format);
  const option = offered?.printOptions[0];
  const isOffered =
    offered !== undefined &&
    option !== undefined &&
    offered.size.width === asked.size.width &&
    offered.size.length === asked.size.length &&
    offered.size.unit === asked.size.unit &&
    (asked.dpi === undefined || option.supportedDPIs.includes(asked.dpi)) &&
    (asked.pageLayout === undefined || option.supportedPageLayouts.includes(asked.pageLayout)) &&
    option.supportedFileJoiningOptions.includes(asked.needFileJoining) &&
    asked.requestedDocumentTypes.every((type) => type === 'LABEL');
  if (!isOffered) throw invalidInput('requestedDocumentSpecification is not supported by the rate.');
}

function buyParcel(
  call: Call,
  offer: RateOffer,
  service: CarrierService,
  parcel: RateOffer['packages'][number],
): ShippingParcel {
  const trackingId = service.makeTrackingId(call.store.newSerial());
  const order = offer.orderId === null ? null : call.store.orderInBooks(offer.orderId);
  const items = parcel.items.map(({ itemIdentifier, quantity }) => ({ orderItemId: itemIdentifier, quantity }));
  const bought = { via: 'shipping-v2' as const, service, trackingId, items, nowMs: call.nowMs, timings: call.timings };
  const packageReferenceId = order === null ? null : confirmBoughtLabel(order, bought);
  return { referenceId: parcel.referenceId, trackingId, packageReferenceId };
}

async function purchaseOutcome(call: Call, shipment: ShippingShipment): Promise<Outcome> {
  const packageDocumentDetails = [];
  for (const parcel of shipment.parcels) packageDocumentDetails.push(await documentDetail(call, shipment, parcel));
  const { shipmentId, createdAtMs } = shipment;
  const promise = { deliveryWindow: { start: instant(createdAtMs), end: instant(createdAtMs + 5 * 86_400_000) } };
  return { status: 200, body: { payload: { shipmentId, packageDocumentDetails, promise } } };
}

/** Plain base64 here, never gzipped. */
async function documentDetail(
  call: Call,
  shipment: ShippingShipment,
  parcel: ShippingParcel,
  asked: { format: ShippingShipment['format']; dpi: number } = shipment,
): Promise<unknown> {
  const service = serviceById(shipment.serviceId);
  const content = {
    carrierName: service?.carrierName ?? '',
    serviceName: service?.serviceName ?? '',
    trackingId: parcel.trackingId,
    orderId: shipment.orderId ?? parcel.referenceId,
    from: shipment.shipFrom,
    to: shipment.shipTo,
    customText: '',
  };
  const bytes = await call.drawLabel(content, asked.format, asked.dpi);
  const contents = Buffer.from(bytes).toString('base64');
  return {
    packageClientReferenceId: parcel.referenceId,
    trackingId: parcel.trackingId,
    packageDocuments: [{ type: 'LABEL', format: asked.format, contents }],
  };
}

async function documents(call: Call): Promise<Outcome> {
  const shipment = shipmentOf(call);
  const referenceId = call.query.get('packageClientReferenceId');
  if (referenceId === null) throw invalidInput('packageClientReferenceId is a required parameter.');
  const parcel = shipment.parcels.find((candidate) => candidate.referenceId === referenceId);
  if (parcel === undefined) throw notFound('The package was not found.');
  if (shipment.isCancelled) throw invalidInput('The shipment is cancelled.');
  const format = (['PDF', 'PNG', 'ZPL'] as const).find(
    (word) => word === (call.query.get('format') ?? shipment.format),
  );
  const dpi = Number(call.query.get('dpi') ?? shipment.dpi);
  if (format === undefined || (dpi !== 203 && dpi !== 300)) throw invalidInput('format or dpi is not supported.');
  const packageDocumentDetail = await documentDetail(call, shipment, parcel, { format, dpi });
  return { status: 200, body: { payload: { shipmentId: shipment.shipmentId, packageDocumentDetail } } };
}

function cancel(call: Call): Outcome {
  const shipment = shipmentOf(call);
  const order = shipment.orderId === null ? null : call.store.orderInBooks(shipment.orderId);
  const wasScanned = shipment.parcels.some((parcel) => {
    const shown = order?.packages.find(({ referenceId }) => referenceId === parcel.packageReferenceId);
    return shown !== undefined && shown.status !== 'PENDING';
  });
  if (shipment.isCancelled || wasScanned) throw invalidInput('The shipment can no longer be cancelled.');
  shipment.isCancelled = true;
  for (const { packageReferenceId } of shipment.parcels) {
    if (order !== null && packageReferenceId !== null) withdrawLabel(order, packageReferenceId, call.nowMs);
  }
  return { status: 200, body: { payload: {} } };
}

function tracking(call: Call): Outcome {
  const [trackingId, carrierId] = [call.query.get('trackingId'), call.query.get('carrierId')];
  if (trackingId === null || carrierId === null)
    throw invalidInput('trackingId and carrierId are required parameters.');
  const shipment = call.store.world.shippingShipments.find(
    (candidate) =>
      candidate.carrierId === carrierId && candidate.parcels.some((parcel) => parcel.trackingId === trackingId),
  );
  if (shipment === undefined || shipment.region !== call.account.region)
    throw notFound('The tracking id was not found.');
  const parcel = shipment.orderId === null ? undefined : packageOf(call, shipment.orderId, trackingId);
  const status = trackingStatus(parcel?.status, parcel?.detailedStatus);
  const at = instant(parcel?.deliveredAtMs ?? shipment.createdAtMs);
  return {
    status: 200,
    body: {
      payload: {
        trackingId,
        alternateLegTrackingId: '',
        eventHistory: [{ eventCode: status, eventTime: at }],
        promisedDeliveryDate: instant(shipment.createdAtMs + 5 * 86_400_000),
        summary: { status },
      },
    },
  };
}

function packageOf(call: Call, orderId: string, trackingId: string) {
  return call.store.orderInBooks(orderId).packages.find((parcel) => parcel.facts.trackingNumber === trackingId);
}

function trackingStatus(status = 'PENDING', detailedStatus = ''): string {
  if (detailedStatus === 'OUT_FOR_DELIVERY') return 'OutForDelivery';
  const words: Record<string, string> = {
    IN_TRANSIT: 'InTransit',
    DELIVERED: 'Delivered',
    UNDELIVERABLE: 'Undeliverable',
  };
  return words[status] ?? 'PreTransit';
}

function shipmentOf(call: Call): ShippingShipment {
  checkBusinessId(call);
  const shipment = call.store.world.shippingShipments.find(
    ({ shipmentId }) => shipmentId === call.params['shipmentId'],
  );
  if (shipment === undefined || shipment.region !== call.account.region) throw notFound('The shipment was not found.');
  return shipment;
}
