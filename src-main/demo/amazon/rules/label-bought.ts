import type { AmazonOrder, AmazonPackage, PackageItem } from '../order.ts';
import { invalidInput } from '../refusal.ts';
import type { AmazonTimings } from '../timings.ts';
import type { CarrierService } from './carrier-services.ts';
import { confirmPackage } from './confirm-package.ts';
import { shippedOfLine } from './order-status.ts';
import { schedule } from './script.ts';
import { stopTransit } from './transit.ts';

/**
 * A label that was bought confirms its package by itself. A second label for goods that are told to be shipped already is paid too, and
 * changes nothing about the order. Gives the package's id; null for the second label.
 */
export function confirmBoughtLabel(
  order: AmazonOrder,
  bought: {
    via: AmazonPackage['via'];
    service: CarrierService;
    trackingId: string;
    items: readonly { orderItemId: string; quantity: number }[];
    nowMs: number;
    timings: AmazonTimings;
  },
): string | null {
  const { via, service, trackingId, nowMs, timings } = bought;
  order.effects.labelsBought += 1;
  const items = bought.items
    .map((item) => ({ ...item, quantity: Math.min(item.quantity, leftOf(order, item.orderItemId)) }))
    .filter((item) => item.quantity > 0)
    .map((item): PackageItem => ({ ...item, transparencyCodes: transparencyCodes(order, item) }));
  if (items.length === 0) return null;
  const referenceId = String(Math.max(0, ...order.packages.map((parcel) => Number(parcel.referenceId))) + 1);
  const facts = {
    carrierCode: service.carrierName,
    carrierName: service.carrierName,
    shippingMethod: service.serviceName,
    trackingNumber: trackingId,
    shipDateMs: nowMs,
    items,
  };
  confirmPackage(order, { referenceId, via, nowMs, timings, facts });
  return referenceId;
}

/** Checks goods against their order before money changes hands. Throws the platform's 400. */
export function checkLabelItems(order: AmazonOrder, items: readonly { orderItemId: string; quantity: number }[]): void {
  for (const item of items) {
    const line = order.lines.find((candidate) => candidate.orderItemId === item.orderItemId);
    if (line === undefined) throw invalidInput(`Item ${item.orderItemId} does not belong to order ${order.orderId}.`);
    if (item.quantity > line.quantity)
      throw invalidInput(`Item ${item.orderItemId} was ordered only ${line.quantity} times.`);
  }
}

/** The label was given back. The order stays as it was told: shipped. */
export function withdrawLabel(order: AmazonOrder, referenceId: string, nowMs: number): void {
  stopTransit(order, referenceId);
  const parcel = order.packages.find((candidate) => candidate.referenceId === referenceId);
  if (parcel === undefined) return;
  schedule(order, { atMs: nowMs, moves: { referenceId, status: 'CANCELLED', detailedStatus: '' } });
}

function leftOf(order: AmazonOrder, orderItemId: string): number {
  const line = order.lines.find((candidate) => candidate.orderItemId === orderItemId);
  return line === undefined ? 0 : line.quantity - shippedOfLine(order, orderItemId, 'facts');
}

/** The label programme has codes of its own. */
function transparencyCodes(order: AmazonOrder, item: { orderItemId: string; quantity: number }): string[] {
  const line = order.lines.find((candidate) => candidate.orderItemId === item.orderItemId);
  if (line === undefined || !line.programs.includes('TRANSPARENCY')) return [];
  return Array.from({ length: item.quantity }, (_, index) => `LABEL${index}`);
}
