import { invalidInput } from '../refusal.ts';
import type { AmazonOrder, AmazonPackage, PackageFacts } from '../order.ts';
import type { AmazonTimings } from '../timings.ts';
import { quantityOrdered, shippedOfLine, shippedOfOrder } from './order-status.ts';
import { schedule } from './script.ts';
import { scheduleTransit } from './transit.ts';
import { checkTrackingNumber } from './tracking-number.ts';

export interface Confirmation {
  referenceId: string;
  facts: PackageFacts;
  via: AmazonPackage['via'];
  nowMs: number;
  timings: AmazonTimings;
}

/** The platform's answer to a second shipment of an order that is shipped already (models issue 5037). */
export const packageToUpdateNotFound =
  'PackageToUpdateNotFound: not finding a matching package or order already fulfilled';

/**
 * Accepts one package of an order, or the correction of one with the same id. The books change now, the order operations show it after a
 * delay. Throws the platform's 400.
 */
export function confirmPackage(order: AmazonOrder, confirmation: Confirmation): void {
  const { referenceId, facts, via, nowMs, timings } = confirmation;
  checkOrder(order);
  const before = order.packages.find((parcel) => parcel.referenceId === referenceId);
  if (before === undefined && shippedOfOrder(order, 'facts') >= quantityOrdered(order)) {
    throw invalidInput(packageToUpdateNotFound);
  }
  checkItems(order, facts, before);
  if (via === 'api' || via === 'feed') checkTrackingNumber(facts);
  if (before === undefined) order.packages.push(newPackage(confirmation));
  else before.facts = facts;
  order.effects.confirmations.push({ atMs: nowMs, referenceId, trackingNumber: facts.trackingNumber, via });
  schedule(order, { atMs: nowMs + timings.confirmDelayMs, reveals: referenceId });
  if (before === undefined) scheduleTransit(order, referenceId, nowMs, timings);
}

/** What keeps an order from being confirmed at all. */
export function checkOrder(order: AmazonOrder): void {
  if (order.fulfilledBy === 'AMAZON') {
    throw invalidInput(`Order ${order.orderId} is fulfilled by Amazon and cannot be confirmed.`);
  }
  if (order.programs.includes('FBM_SHIP_PLUS')) {
    throw invalidInput(`Shipment confirmation is not supported for FBM_SHIP_PLUS order ${order.orderId}.`);
  }
  if (order.stage !== 'OPEN') {
    throw invalidInput(`Order ${order.orderId} cannot be confirmed in status ${order.stage}.`);
  }
}

function newPackage({ referenceId, facts, via, nowMs }: Confirmation): AmazonPackage {
  return {
    referenceId,
    acceptedAtMs: nowMs,
    via,
    facts,
    shown: null,
    status: 'PENDING',
    detailedStatus: '',
    deliveredAtMs: null,
  };
}

function checkItems(order: AmazonOrder, facts: PackageFacts, before: AmazonPackage | undefined): void {
  if (new Set(facts.items.map((item) => item.orderItemId)).size !== facts.items.length) {
    throw invalidInput('orderItems: is invalid, an orderItemId is given twice.');
  }
  for (const item of facts.items) {
    const line = order.lines.find((candidate) => candidate.orderItemId === item.orderItemId);
    if (line === undefined)
      throw invalidInput(`orderItemId ${item.orderItemId} does not belong to order ${order.orderId}.`);
    const ownBefore =
      before?.facts.items.find((candidate) => candidate.orderItemId === item.orderItemId)?.quantity ?? 0;
    const others = shippedOfLine(order, item.orderItemId, 'facts') - ownBefore;
    if (item.quantity + others > line.quantity) {
      throw invalidInput(`Quantity ${item.quantity} of orderItemId ${item.orderItemId} exceeds the quantity to ship.`);
    }
    if (line.programs.includes('TRANSPARENCY') && item.transparencyCodes.length !== item.quantity) {
      throw invalidInput(`orderItemId ${item.orderItemId} needs one transparency code a unit.`);
    }
  }
}
