import type { OrderView } from '../../src-main/contract/methods/orders.ts';

/** Copies already sent to paper, read from the timeline. */
export function printedCopies(order: OrderView): number {
  const copies = order.timeline
    .filter((entry) => entry.kind === 'print-settled' && ['sent', 'confirmed'].includes(entry.params['state'] ?? ''))
    .map((entry) => Number(entry.params['copy'] ?? '1'));
  return Math.max(order.card.isLabelled ? 1 : 0, ...copies.filter(Number.isFinite));
}

/** From the third copy on the seller says why: a third label is how two parcels come to carry one number. */
export function needsReprintReason(copies: number): boolean {
  return copies + 1 >= 3;
}
