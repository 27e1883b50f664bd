import type { Order } from '../../core/order/order.ts';

/** Why a label is not printed after all, although the seller pressed the key; a job's step. */
export const HELD_BACK = [
  'order-cancelled',
  'order-refunded',
  'order-replaced',
  'cancel-requested',
  'order-held',
] as const;
export type HeldBack = (typeof HELD_BACK)[number];

/**
 * What the order became between the press and the paper that keeps its label in; null: print. A further copy is the
 * seller's explicit wish, so that only an order that is no more keeps it in. Pure.
 */
export function heldBack(order: Order, copy: number): HeldBack | null {
  const { facts, work, checks } = order;
  if (facts.stage === 'cancelled') return 'order-cancelled';
  if (facts.stage === 'replaced') return 'order-replaced';
  if (copy > 1) return null;
  if (facts.stage === 'disputed' || facts.stage === 'rejected') return 'order-refunded';
  if (checks.some((check) => check.code === 'cancel-requested' && check.blocking)) return 'cancel-requested';
  return work.hold === null ? null : 'order-held';
}
