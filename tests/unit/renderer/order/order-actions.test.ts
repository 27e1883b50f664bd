import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import { LANES } from '../../../../src-main/core/order/lane.ts';
import { orderActions } from '../../../../src-renderer/features/order/order-actions.ts';
import { needsReprintReason, printedCopies } from '../../../../src-renderer/labels/reprint-copies.ts';
import { fakeOrder } from './fake-order.ts';

const idsOf = (order: OrderView) => orderActions(order).map((action) => action.id);
const printed = (copy: string, state = 'sent'): OrderView['timeline'][number] => ({
  sequence: Number(copy),
  atMs: 0,
  actor: 'app',
  kind: 'print-settled',
  params: { state, copy },
  isUndone: false,
});

describe('orderActions', () => {
  it('offers print first for an order to ship, with its key', () => {
    const [first, ...others] = orderActions(fakeOrder('to-ship'));
    expect(first).toEqual({ id: 'print', lane: 'labelled', key: 'p', isPrimary: true, isRare: false });
    expect(others.map((action) => action.id)).toEqual(['hold', 'open-case']);
  });

  it('offers release as the next step of a problem, and no print before it', () => {
    const [first] = orderActions(fakeOrder('problem'));
    expect(first?.id).toBe('release');
    expect(idsOf(fakeOrder('problem'))).not.toContain('print');
  });

  it('offers hand-over and one more copy once labelled', () => {
    const order = fakeOrder('labelled', {}, { isLabelled: true });
    expect(idsOf(order)).toEqual(['hand-over', 'reprint', 'hold', 'open-case']);
  });

  it('never offers more than one primary action, in any lane', () => {
    for (const lane of LANES) {
      const primaries = orderActions(fakeOrder(lane, { canCancel: true }, { isLabelled: true })).filter(
        (action) => action.isPrimary,
      );
      expect(primaries.length, lane).toBeLessThanOrEqual(1);
    }
  });

  it('offers nothing for an order that has left the board', () => {
    expect(idsOf(fakeOrder(null, {}, { isLabelled: true }))).toEqual([]);
  });

  it('puts cancelling behind the dots, only where the platform allows it', () => {
    expect(idsOf(fakeOrder('new'))).not.toContain('cancel');
    const cancel = orderActions(fakeOrder('new', { canCancel: true })).find((action) => action.id === 'cancel');
    expect(cancel).toMatchObject({ isRare: true, isPrimary: false, lane: null });
  });
});

describe('printedCopies', () => {
  it('reads the highest copy that reached paper', () => {
    const timeline = [printed('1'), printed('2', 'confirmed'), printed('3', 'failed')];
    expect(printedCopies(fakeOrder('labelled', { timeline }, { isLabelled: true }))).toBe(2);
  });

  it('counts one for a labelled order whose journal says nothing', () => {
    expect(printedCopies(fakeOrder('labelled', {}, { isLabelled: true }))).toBe(1);
    expect(printedCopies(fakeOrder('to-ship'))).toBe(0);
  });

  it('wants a reason from the third copy on', () => {
    expect([0, 1, 2, 3].map(needsReprintReason)).toEqual([false, false, true, true]);
  });
});
