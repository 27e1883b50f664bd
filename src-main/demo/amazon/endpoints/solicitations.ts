import type { Call, Operation, Outcome } from '../operation.ts';
import type { AmazonOrder } from '../order.ts';
import { unauthorized } from '../refusal.ts';
import { statusOf } from '../rules/order-status.ts';
import { orderOf } from './messaging.ts';

const day = 86_400_000;
const action = 'productReviewAndSellerFeedback';
const shared = {
  limit: { ratePerSecond: 1, burst: 5 },
  roles: ['buyer-solicitation'],
  query: ['marketplaceIds'],
} as const;

/** Solicitations v1: asks a buyer for a review, once an order. */
export const solicitationOperations: readonly Operation[] = [
  {
    ...shared,
    name: 'getSolicitationActionsForOrder',
    method: 'GET',
    path: '/solicitations/v1/orders/{amazonOrderId}',
    run: listActions,
  },
  {
    ...shared,
    name: 'createProductReviewAndSellerFeedbackSolicitation',
    method: 'POST',
    path: `/solicitations/v1/orders/{amazonOrderId}/solicitations/${action}`,
    run: solicit,
  },
];

/** From 5 days after the earliest to 30 days after the latest delivery date, and only once. */
function maySolicit(order: AmazonOrder, nowMs: number): boolean {
  const { earliestMs, latestMs } = order.deliverByWindow;
  const isInTime = nowMs >= earliestMs + 5 * day && nowMs <= latestMs + 30 * day;
  return statusOf(order) === 'SHIPPED' && isInTime && order.effects.solicitations === 0;
}

function listActions(call: Call): Outcome {
  const order = orderOf(call);
  const href = `/solicitations/v1/orders/${order.orderId}/solicitations/${action}?marketplaceIds=${order.marketplaceId}`;
  const links = maySolicit(order, call.nowMs) ? [{ href, name: action }] : [];
  return {
    status: 200,
    contentType: 'application/hal+json',
    body: {
      _links: {
        self: { href: `/solicitations/v1/orders/${order.orderId}?marketplaceIds=${order.marketplaceId}` },
        actions: links,
      },
      _embedded: {
        actions: links.map((link) => ({ _links: { self: { href: link.href } }, payload: { name: action } })),
      },
    },
  };
}

function solicit(call: Call): Outcome {
  const order = orderOf(call);
  if (!maySolicit(order, call.nowMs)) throw unauthorized('');
  order.effects.solicitations += 1;
  return { status: 201, contentType: 'application/hal+json', body: {} };
}
