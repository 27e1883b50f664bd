import type { AmazonOrder } from '../order.ts';
import { shippedOfOrder } from './order-status.ts';

/** Whether nothing of the order has been told to be shipped, and it is not over. */
export function canBeCancelled(order: AmazonOrder): boolean {
  const isOver = order.stage === 'CANCELLED' || order.stage === 'UNFULFILLABLE';
  return !isOver && shippedOfOrder(order, 'facts') === 0;
}

/** The whole order ends. Throws when it cannot any more. */
export function cancelOrder(order: AmazonOrder, by: string, reason: string, nowMs: number): void {
  if (!canBeCancelled(order)) throw new Error(`order ${order.orderId} cannot be cancelled any more`);
  order.stage = 'CANCELLED';
  order.updatedAtMs = nowMs;
  order.script = [];
  for (const line of order.lines) line.cancellationExecution = { cancelledBy: by, cancelReason: reason };
}

/** The buyer asks; the seller decides. Only an order that waits for its shipment can be asked for. */
export function askToCancel(order: AmazonOrder, reason: string, nowMs: number): void {
  if (order.stage !== 'OPEN' || !canBeCancelled(order)) {
    throw new Error(`order ${order.orderId} does not wait for its shipment`);
  }
  for (const line of order.lines) line.cancellationRequest = { requester: 'BUYER', cancelReason: reason };
  order.updatedAtMs = nowMs;
}
