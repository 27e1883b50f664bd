import type { AmazonOrder } from '../order.ts';
import type { AmazonStore } from '../store.ts';

/** The buyer asks to send goods back. Throws when nothing was shipped. */
export function requestReturn(
  store: AmazonStore,
  order: AmazonOrder,
  asked: { reason: string; quantity: number },
  nowMs: number,
): string {
  const line = order.lines[0];
  if (line === undefined || order.packages.length === 0) throw new Error(`nothing of ${order.orderId} was shipped`);
  const rmaId = `D${String(store.newSerial()).padStart(8, '0')}RRMA`;
  store.world.returns.push({
    orderId: order.orderId,
    rmaId,
    orderItemId: line.orderItemId,
    quantity: Math.min(asked.quantity, line.quantity),
    reason: asked.reason,
    status: 'Pending Approval',
    requestedAtMs: nowMs,
  });
  return rmaId;
}
