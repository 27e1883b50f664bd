import type { AmazonOrder } from '../order.ts';
import { invalidInput } from '../refusal.ts';
import { confirmPackage, packageToUpdateNotFound } from '../rules/confirm-package.ts';
import { shippedOfLine } from '../rules/order-status.ts';
import type { AmazonTimings } from '../timings.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml.ts';

/** A shipment as a feed tells it; feeds have no package ids, the platform gives them. */
export interface FeedShipment {
  orderId: string;
  shipDateMs: number;
  carrierCode: string;
  carrierName: string;
  shippingMethod: string;
  trackingNumber: string;
  /** Empty means everything that is left. */
  items: { orderItemId: string; quantity: number }[];
}

/** OrderFulfillment{AmazonOrderID, FulfillmentDate, FulfillmentData{…}, Item*{…}}. Throws the platform's words for what is missing. */
export function readFulfillment(content: XmlElement): FeedShipment {
  const data = childOf(content, 'FulfillmentData');
  const shipDateMs = Date.parse(textOf(content, 'FulfillmentDate'));
  if (data === null || Number.isNaN(shipDateMs))
    throw invalidInput('FulfillmentData and FulfillmentDate are required.');
  const [carrierCode, carrierName] = [textOf(data, 'CarrierCode'), textOf(data, 'CarrierName')];
  if (carrierCode === '' && carrierName === '') throw invalidInput('CarrierCode or CarrierName is required.');
  return {
    orderId: textOf(content, 'AmazonOrderID'),
    shipDateMs,
    carrierCode: carrierCode === '' ? 'Other' : carrierCode,
    carrierName,
    shippingMethod: textOf(data, 'ShippingMethod'),
    trackingNumber: textOf(data, 'ShipperTrackingNumber'),
    items: childrenOf(content, 'Item').map((item) => ({
      orderItemId: textOf(item, 'AmazonOrderItemCode'),
      quantity: wholeNumber(textOf(item, 'Quantity')),
    })),
  };
}

/** A row of POST_FLAT_FILE_FULFILLMENT_DATA. */
export function readFulfillmentRow(row: Readonly<Record<string, string>>): FeedShipment {
  const shipDate = row['ship-date'] ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(shipDate)) throw invalidInput('ship-date must be yyyy-mm-dd.');
  const carrierCode = row['carrier-code'] ?? '';
  const carrierName = row['carrier-name'] ?? '';
  if (carrierCode === 'Other' ? carrierName === '' || carrierName.length > 50 : carrierName !== '') {
    throw invalidInput('carrier-name has 1 to 50 characters with the carrier-code Other, and is empty otherwise.');
  }
  const orderItemId = row['order-item-id'] ?? '';
  return {
    orderId: row['order-id'] ?? '',
    shipDateMs: Date.parse(`${shipDate}T00:00:00Z`),
    carrierCode,
    carrierName,
    shippingMethod: row['ship-method'] ?? '',
    trackingNumber: row['tracking-number'] ?? '',
    items: orderItemId === '' ? [] : [{ orderItemId, quantity: wholeNumber(row['quantity'] ?? '') }],
  };
}

/** Accepts the shipment of a feed; the same tracking number again corrects its package. Throws the platform's 400. */
export function confirmFromFeed(
  order: AmazonOrder,
  shipment: FeedShipment,
  nowMs: number,
  timings: AmazonTimings,
): void {
  if (shipment.trackingNumber === '') throw invalidInput('A tracking number is required.');
  const same = order.packages.find((parcel) => parcel.facts.trackingNumber === shipment.trackingNumber);
  const items = shipment.items.length > 0 ? shipment.items : (same?.facts.items ?? whatIsLeft(order));
  if (items.length === 0) throw invalidInput(packageToUpdateNotFound);
  const highest = Math.max(0, ...order.packages.map((parcel) => Number(parcel.referenceId)));
  confirmPackage(order, {
    referenceId: same?.referenceId ?? String(highest + 1),
    via: 'feed',
    nowMs,
    timings,
    facts: {
      carrierCode: shipment.carrierCode,
      carrierName: shipment.carrierName,
      shippingMethod: shipment.shippingMethod,
      trackingNumber: shipment.trackingNumber,
      shipDateMs: shipment.shipDateMs,
      items: items.map((item) => ({ transparencyCodes: [], ...item })),
    },
  });
}

export function whatIsLeft(order: AmazonOrder): { orderItemId: string; quantity: number }[] {
  return order.lines
    .map(({ orderItemId, quantity }) => ({
      orderItemId,
      quantity: quantity - shippedOfLine(order, orderItemId, 'facts'),
    }))
    .filter((item) => item.quantity > 0);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw invalidInput('Quantity must be a positive number.');
  return Number(text);
}
