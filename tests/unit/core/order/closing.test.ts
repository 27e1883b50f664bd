import { describe, expect, it } from 'vitest';
import { applyEvent } from '../../../../src-main/core/order/apply.ts';
import { endedStay } from '../../../../src-main/core/order/closing.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import { EMPTY_WORK } from '../../../../src-main/core/order/work.ts';
import { EVENTS, NOW_MS, orderWith } from './support/build-order.ts';

const DAY = 86_400_000;
const AT = NOW_MS;

describe('endedStay', () => {
  const delivered = { ...orderWith({ stage: 'delivered' }), updatedAtMs: AT };

  it('takes a delivered order off the board after thirty days, not before', () => {
    expect(endedStay(delivered, AT + 30 * DAY - 1)).toBeNull();
    const event = endedStay(delivered, AT + 30 * DAY);
    expect(event).toEqual({ kind: 'closed', atMs: AT + 30 * DAY });
    if (event === null) return;
    expect(laneOf({ ...delivered, work: applyEvent(delivered.work, event) })).toBeNull();
  });

  it('counts from her own mark where she made one', () => {
    const marked = { ...orderWith({}, [{ kind: 'delivered-marked', atMs: AT }]), updatedAtMs: AT + 20 * DAY };
    expect(endedStay(marked, AT + 30 * DAY)).not.toBeNull();
  });

  it('leaves alone what is not delivered, already closed, or has a case', () => {
    const { cases } = orderWith({}, [EVENTS.opened]).work;
    expect(endedStay({ ...orderWith({ stage: 'in-transit' }), updatedAtMs: AT }, AT + 99 * DAY)).toBeNull();
    expect(endedStay({ ...delivered, work: { ...EMPTY_WORK, closedAtMs: AT } }, AT + 99 * DAY)).toBeNull();
    expect(endedStay({ ...delivered, work: { ...EMPTY_WORK, cases } }, AT + 99 * DAY)).toBeNull();
  });
});
