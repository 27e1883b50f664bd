import { describe, expect, it } from 'vitest';
import { mustBuy } from '../../../../src-renderer/labels/must-buy.ts';
import { fakeOrder } from '../order/fake-order.ts';

const effect = (state: string) => ({
  id: 'e',
  kind: 'buy-label',
  state,
  code: null,
  attempts: 0,
  dueAtMs: 0,
  trackingNumber: null,
});

describe('a label that is bought', () => {
  it('is bought once: before it, and after a purchase that came to nothing', () => {
    const isAsked = (...states: string[]) =>
      mustBuy(fakeOrder('to-ship', { labelBy: 'bought', effects: states.map(effect) }));
    expect(isAsked()).toBe(true);
    expect(isAsked('undone')).toBe(true);
    expect(isAsked('gave-up')).toBe(true);
    expect(isAsked('queued')).toBe(false);
    expect(isAsked('undone', 'done')).toBe(false);
  });

  it('is no matter of other orders, nor of those that have a label', () => {
    expect(mustBuy(fakeOrder('to-ship', { labelBy: 'platform' }))).toBe(false);
    const label = { id: 'l', source: 'file', fileName: null } as const;
    expect(mustBuy(fakeOrder('to-ship', { labelBy: 'bought', label }))).toBe(false);
  });
});
