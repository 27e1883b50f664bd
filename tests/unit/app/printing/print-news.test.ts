import { describe, expect, it } from 'vitest';
import { PrintNews } from '../../../../src-main/app/printing/print-news.ts';
import type { OrderId } from '../../../../src-main/core/shared/ids.ts';
import { printJob } from '../../../support/print-rows.ts';

/** A clock whose timers run when told. */
function tools() {
  const timers: (() => void)[] = [];
  const told: { name: string; payload: unknown }[] = [];
  return {
    told,
    tick: async () => {
      for (const task of timers.splice(0)) task();
      await new Promise((resolve) => setImmediate(resolve));
    },
    store: { read: { revision: async () => 7 } } as never,
    clock: { nowMs: () => 1_000, after: (_delayMs: number, task: () => void) => (timers.push(task), () => undefined) },
    events: { emit: (name: string, payload: unknown) => void told.push({ name, payload }) } as never,
  };
}
const order = (name: string) => printJob({ orderId: name as OrderId });

describe('news of the printing', () => {
  it('is told at once when it was quiet, then in bunches', async () => {
    const desk = tools();
    const news = new PrintNews(desk);
    for (const name of ['a', 'b', 'c', 'b']) news.jobChanged(order(name));
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.told.filter(({ name }) => name === 'printing.changed')).toHaveLength(1);
    await desk.tick();
    const orders = desk.told.filter(({ name }) => name === 'orders.changed').map(({ payload }) => payload);
    expect(orders).toEqual([
      { ids: ['a'], revision: 7 },
      { ids: ['b', 'c'], revision: 7 },
    ]);
    await desk.tick();
    await desk.tick();
    expect(desk.told.filter(({ name }) => name === 'printing.changed')).toHaveLength(2);
  });

  it('adds up what one press holds back for undo', async () => {
    const desk = tools();
    const news = new PrintNews(desk);
    const held = (name: string, effectsDueAtMs: number) =>
      news.jobChanged(order(name), { effectCount: 1, effectsDueAtMs, companions: [] });
    held('a', 8_000);
    held('b', 8_020);
    await desk.tick();
    await desk.tick();
    const last = desk.told.filter(({ name }) => name === 'effects.held').at(-1);
    expect(last?.payload).toEqual({ commandId: 'c', effectCount: 2, undoUntilMs: 8_020 });
  });
});
