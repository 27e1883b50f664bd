import { describe, expect, it } from 'vitest';
import { heldBack } from '../../../../src-main/app/printing/held-back.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import { sampleOrder } from '../../../integration/sqlite/sample-orders.ts';

const order = (change: Partial<Order> & { readonly stage?: Order['facts']['stage'] } = {}): Order => {
  const { stage = 'to-hand-over', ...rest } = change;
  const sample = sampleOrder(1);
  return { ...sample, facts: { ...sample.facts, stage }, ...rest };
};
const check = (blocking: boolean) => [{ code: 'cancel-requested', blocking, params: {} }] as const;
const hold = { reason: 'frozen', note: '', sinceMs: 1, untilMs: null } as const;

describe('a label', () => {
  it.each([
    ['goes out', order(), null],
    ['stays in when the order was cancelled', order({ stage: 'cancelled' }), 'order-cancelled'],
    ['stays in when other orders took its place', order({ stage: 'replaced' }), 'order-replaced'],
    ['stays in when the money goes back', order({ stage: 'disputed' }), 'order-refunded'],
    ['stays in when the buyer asks to cancel', order({ checks: check(true) }), 'cancel-requested'],
    ['goes out when the seller accepted that', order({ checks: check(false) }), null],
    ['stays in when the order was put on hold', order({ work: { ...order().work, hold } }), 'order-held'],
  ] as const)('%s', (_name, subject, reason) => {
    expect(heldBack(subject, 1)).toBe(reason);
  });

  it('that is printed again is the wish of the seller, unless the order is no more', () => {
    expect(heldBack(order({ work: { ...order().work, hold } }), 2)).toBeNull();
    expect(heldBack(order({ stage: 'cancelled' }), 2)).toBe('order-cancelled');
  });
});
