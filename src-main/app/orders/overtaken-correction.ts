import type { Order } from '../../core/order/order.ts';
import { isCorrected } from '../../core/order/ship-to.ts';
import type { WorkEvent } from '../../core/order/work.ts';

/** The platform reported another address than the seller corrected: hers falls away, and the timeline tells. */
export function overtakenCorrection(order: Pick<Order, 'facts' | 'work'>, atMs: number): WorkEvent | null {
  if (order.work.correctedAddress === null || isCorrected(order)) return null;
  return { kind: 'address-corrected', atMs, corrected: null };
}
