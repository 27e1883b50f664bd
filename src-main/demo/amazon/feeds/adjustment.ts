import { decimalPlaces } from '../answers/values.ts';
import type { AmazonOrder } from '../order.ts';
import { invalidInput } from '../refusal.ts';
import { moveMoney, orderTotalMinor } from '../rules/money-events.ts';
import { statusOf } from '../rules/order-status.ts';
import type { AmazonStore } from '../store.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml.ts';

/** OrderAdjustment: gives money back for items of a shipped order, at most what was paid. Throws the platform's 400. */
export function adjust(store: AmazonStore, order: AmazonOrder, content: XmlElement, nowMs: number): void {
  const items = childrenOf(content, 'AdjustedItem');
  if (items.length === 0) throw invalidInput('An AdjustedItem is required.');
  const status = statusOf(order, 'facts');
  if (status !== 'SHIPPED' && status !== 'PARTIALLY_SHIPPED') {
    throw invalidInput(`Order ${order.orderId} is not shipped and cannot be refunded.`);
  }
  const amountMinor = items.reduce((sum, item) => sum + refundOf(order, item), 0);
  const before = store.world.moneyEvents
    .filter((event) => event.orderId === order.orderId && event.kind === 'Refund')
    .reduce((sum, event) => sum - event.amountMinor, 0);
  if (before + amountMinor > orderTotalMinor(order)) {
    throw invalidInput(`The refund of order ${order.orderId} exceeds what was paid.`);
  }
  order.effects.refunds += 1;
  moveMoney(store, order, { kind: 'Refund', amountMinor: -amountMinor, atMs: nowMs });
}

function refundOf(order: AmazonOrder, item: XmlElement): number {
  const line = order.lines.find((candidate) => candidate.orderItemId === textOf(item, 'AmazonOrderItemCode'));
  if (line === undefined) throw invalidInput('AmazonOrderItemCode does not belong to the order.');
  if (textOf(item, 'AdjustmentReason') === '') throw invalidInput('AdjustmentReason is required.');
  const adjustments = childOf(item, 'ItemPriceAdjustments');
  const components = adjustments === null ? [] : childrenOf(adjustments, 'Component');
  if (components.length === 0) throw invalidInput('ItemPriceAdjustments needs a Component.');
  return components.reduce((sum, component) => sum + amountOf(order, textOf(component, 'Amount')), 0);
}

function amountOf(order: AmazonOrder, text: string): number {
  if (!/^\d{1,9}(\.\d{1,2})?$/u.test(text) || Number(text) <= 0)
    throw invalidInput('Amount must be a positive number.');
  return Math.round(Number(text) * 10 ** decimalPlaces(order.currency));
}
