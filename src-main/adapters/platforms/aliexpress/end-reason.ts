import type { Cancellation } from '../../../core/order/facts.ts';

export interface Ending {
  readonly stage: 'delivered' | 'cancelled';
  /** False when the reason is none that we can read; the stage is then a guess. */
  readonly isClear: boolean;
}

/**
 * How an order that is over ended. FINISH says nothing about success (Open Platform, order status): end_reason does, e.g.
 * pay_timeout, buyer_cancel_order; none is given when all went well. The words are not published as a whole, so they are
 * read by their parts.
 */
export function endingOf(reason: string | null, isPaid: boolean, isSent: boolean): Ending {
  if (reason === null) return { stage: isPaid ? 'delivered' : 'cancelled', isClear: true };
  if (/accept|confirm|receiv|success/i.test(reason)) return { stage: 'delivered', isClear: true };
  if (/cancel|timeout|not_?pay|refund|risk|clos|fraud|reject/i.test(reason))
    return { stage: 'cancelled', isClear: true };
  return { stage: isSent ? 'delivered' : 'cancelled', isClear: false };
}

/** Who ended it, by the reason's own word. */
export function endedBy(reason: string): Cancellation['by'] {
  if (/buyer/i.test(reason)) return 'buyer';
  if (/seller/i.test(reason)) return 'seller';
  return /risk|security|system|timeout|platform|fraud|issue/i.test(reason) ? 'platform' : 'unknown';
}
