import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

/** Siblings by what can be done with them at once: put into this order's parcel, or taken out of it. Order ids. */
export function groupActions(siblings: OrderView['siblings']): {
  readonly mergeable: readonly string[];
  readonly together: readonly string[];
} {
  const ids = (list: OrderView['siblings']) => list.map(({ orderId }) => orderId);
  return {
    mergeable: ids(siblings.filter(({ isTogether, refusal }) => !isTogether && refusal === null)),
    together: ids(siblings.filter(({ isTogether }) => isTogether)),
  };
}
