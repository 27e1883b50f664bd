import { describe, expect, it } from 'vitest';
import { FreshReads } from '../../../../src-main/app/printing/fresh-reads.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import type { OrderId } from '../../../../src-main/core/shared/ids.ts';
import { sampleOrder } from '../../../integration/sqlite/sample-orders.ts';

/** A shop whose platform answers when told, and a clock that stands until it is moved. */
function world() {
  let nowMs = 1_000;
  const timers: { dueMs: number; task: () => void }[] = [];
  const asked: string[] = [];
  let answer: (value: null) => void = () => undefined;
  let isBroken = false;
  const connector = {
    get: (remoteId: string) => {
      asked.push(remoteId);
      return isBroken ? Promise.reject(new Error('down')) : new Promise<null>((resolve) => (answer = resolve));
    },
  };
  const deps = {
    clock: {
      nowMs: () => nowMs,
      after: (delayMs: number, task: () => void) => (timers.push({ dueMs: nowMs + delayMs, task }), () => undefined),
    },
    log: { warn: () => undefined },
  };
  const reads = new FreshReads(deps as never, { byId: async () => connector } as never, 2_500);
  return {
    asked,
    reads,
    answer: () => answer(null),
    break: () => (isBroken = true),
    pass: (ms: number) => {
      nowMs += ms;
      for (const timer of timers) if (timer.dueMs <= nowMs) timer.task();
    },
  };
}
const order = (id: string): Order => ({ ...sampleOrder(1), id: id as OrderId });
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a fresh read', () => {
  it('counts for the order while it is newer than the press, and is not asked twice', async () => {
    const { reads, asked, answer, pass } = world();
    const both = Promise.all([reads.isRead(order('a'), 900, false), reads.isRead(order('a'), 900, false)]);
    await soon();
    answer();
    expect(await both).toEqual([true, true]);
    expect(await reads.isRead(order('a'), 900, false)).toBe(true);
    expect(asked).toHaveLength(1);
    pass(10);
    const later = reads.isRead(order('a'), 1_005, false);
    await soon();
    answer();
    expect(await later, 'pressed after the first reading').toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('does not keep the paper waiting longer than its limit, and only once', async () => {
    const { reads, asked, pass } = world();
    const slow = reads.isRead(order('a'), 900, false);
    await soon();
    pass(2_500);
    expect(await slow).toBe(false);
    expect(await reads.isRead(order('a'), 900, false), 'the next does not wait again').toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('that failed says so, and is tried again when the seller lets the batch go on', async () => {
    const desk = world();
    desk.break();
    expect(await desk.reads.isRead(order('a'), 900, false)).toBe(false);
    desk.reads.clear();
    expect(await desk.reads.isRead(order('a'), 900, false)).toBe(false);
    expect(desk.asked).toHaveLength(2);
  });
});
