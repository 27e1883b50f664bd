import { orderView } from '../answers/order-view.ts';
import { checkMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput } from '../refusal.ts';
import { readIncluded } from './included-data.ts';
import { viewerOf } from './viewer.ts';

const orderIdForm = /^\d{3}-\d{7}-\d{7}$/u;

/** GET /orders/2026-01-01/orders/{orderId}. */
export const getOrder: Operation = {
  name: 'getOrder',
  method: 'GET',
  path: '/orders/2026-01-01/orders/{orderId}',
  limit: { ratePerSecond: 0.5, burst: 30 },
  roles: ['inventory-and-order-tracking', 'direct-to-consumer-shipping'],
  query: ['includedData'],
  run: get,
};

function get(call: Call): Outcome {
  const included = readIncluded(call);
  const orderId = call.params['orderId'] ?? '';
  if (!orderIdForm.test(orderId)) throw invalidInput('orderId is invalid.');
  const order = call.store.order(orderId, call.account.region);
  checkMarketplaces(call, [order.marketplaceId]);
  return { status: 200, body: { order: orderView(order, viewerOf(call, included)) } };
}
