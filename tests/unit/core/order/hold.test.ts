import { describe, expect, it } from 'vitest';
import { applyEvent } from '../../../../src-main/core/order/apply.ts';
import { endedHold } from '../../../../src-main/core/order/hold.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import type { WorkEvent } from '../../../../src-main/core/order/work.ts';
import { EVENTS, HOUR_MS, NOW_MS, orderWith } from './support/build-order.ts';

const heldUntil = (untilMs: number | null): WorkEvent => ({
  kind: 'held',
  atMs: NOW_MS,
  reason: 'wait-for-buyer',
  note: '',
  untilMs,
});

describe('a hold that ends', () => {
  const order = orderWith({}, [heldUntil(NOW_MS + HOUR_MS)]);

  it('stands until its time', () => {
    expect(endedHold(order.work, NOW_MS + HOUR_MS - 1)).toBeNull();
    expect(endedHold(order.work, NOW_MS + HOUR_MS)).toEqual({ kind: 'released', atMs: NOW_MS + HOUR_MS });
  });

  it('sends the order back to where it was and confirms nothing', () => {
    const event = endedHold(order.work, NOW_MS + HOUR_MS);
    expect(event).not.toBeNull();
    expect(laneOf({ ...order, work: applyEvent(order.work, event!) })).toBe('new');
    const labelled = orderWith({}, [EVENTS.confirmed, EVENTS.labelled, heldUntil(NOW_MS)]);
    expect(laneOf({ ...labelled, work: applyEvent(labelled.work, endedHold(labelled.work, NOW_MS)!) })).toBe(
      'labelled',
    );
  });

  it('is none without an end or without a hold', () => {
    expect(endedHold(orderWith({}, [heldUntil(null)]).work, Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(endedHold(orderWith().work, Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});
