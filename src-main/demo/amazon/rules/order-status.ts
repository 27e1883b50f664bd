import type { AmazonOrder, FulfillmentStatus, PackageFacts } from '../order.ts';

export function quantityOrdered(order: AmazonOrder): number {
  return order.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Pieces of one line that were told to be shipped; `shown` counts what the order operations know, `facts` what was accepted. */
export function shippedOfLine(order: AmazonOrder, orderItemId: string, which: 'facts' | 'shown'): number {
  return order.packages
    .flatMap((parcel) => itemsOf(parcel[which]))
    .filter((item) => item.orderItemId === orderItemId)
    .reduce((sum, item) => sum + item.quantity, 0);
}

export function shippedOfOrder(order: AmazonOrder, which: 'facts' | 'shown'): number {
  return order.lines.reduce((sum, line) => sum + shippedOfLine(order, line.orderItemId, which), 0);
}

/** PENDING → UNSHIPPED → PARTIALLY_SHIPPED → SHIPPED, or CANCELLED: the status as the order operations show it. */
export function statusOf(order: AmazonOrder, which: 'facts' | 'shown' = 'shown'): FulfillmentStatus {
  if (order.stage !== 'OPEN') return order.stage;
  const shipped = shippedOfOrder(order, which);
  if (shipped === 0) return 'UNSHIPPED';
  return shipped < quantityOrdered(order) ? 'PARTIALLY_SHIPPED' : 'SHIPPED';
}

function itemsOf(facts: PackageFacts | null): PackageFacts['items'] {
  return facts?.items ?? [];
}
