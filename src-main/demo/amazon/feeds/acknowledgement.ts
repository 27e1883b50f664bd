import type { AmazonOrder } from '../order.ts';
import { invalidInput } from '../refusal.ts';
import { canBeCancelled, cancelOrder } from '../rules/cancelling.ts';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

const cancelReasons = [
  'NoInventory',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
  'BuyerCanceled',
  'GeneralAdjustment',
  'CarrierCreditDecision',
  'RiskAssessmentInformationNotValid',
  'CarrierCoverageFailure',
  'CustomerReturn',
  'MerchandiseNotReceived',
  'PriceError',
];

/** OrderAcknowledgement: `Success` only says "seen", `Failure` cancels the whole order. Throws the platform's 400. */
export function acknowledge(order: AmazonOrder, content: XmlElement, nowMs: number): void {
  const statusCode = textOf(content, 'StatusCode');
  if (statusCode === 'Success') return;
  if (statusCode !== 'Failure') throw invalidInput('StatusCode must be Success or Failure.');
  const items = childrenOf(content, 'Item');
  const reasons = items.map((item) => textOf(item, 'CancelReason'));
  const reason = reasons[0];
  if (reason === undefined || reasons.some((candidate) => !cancelReasons.includes(candidate))) {
    throw invalidInput('Every Item needs a CancelReason that is known.');
  }
  const codes = new Set(items.map((item) => textOf(item, 'AmazonOrderItemCode')));
  const isWhole = codes.size === order.lines.length && order.lines.every((line) => codes.has(line.orderItemId));
  if (!isWhole) throw invalidInput('The Items must be all items of the order.');
  if (order.fulfilledBy === 'AMAZON' || !canBeCancelled(order)) {
    throw invalidInput(`Order ${order.orderId} can no longer be cancelled.`);
  }
  cancelOrder(order, 'SELLER', reason, nowMs);
  order.effects.sellerCancels += 1;
}
