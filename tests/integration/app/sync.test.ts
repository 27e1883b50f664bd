import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../src-main/demo/ozon/faults.ts';
import { allCards, startDesk, synced, type Desk } from '../../support/test-desk.ts';

const LIST = '/v4/posting/fbs/list';
const POSTINGS = 130;

/** What must not change when nothing happened at the platform. */
async function fingerprint({ app, ozon, shopId }: Desk) {
  const orders = await app.store.read.ordersByRemote(shopId as never, ozon.numbers());
  const journals = await Promise.all(orders.map((order) => app.store.read.journal(order.id)));
  return {
    orders: orders.map(({ id, updatedAtMs, facts }) => ({ id, updatedAtMs, number: facts.remoteId })),
    journal: journals.map((journal) => journal.length),
  };
}

async function expectEachOnce({ app, ozon, shopId }: Desk): Promise<void> {
  const orders = await app.store.read.ordersByRemote(shopId as never, ozon.numbers());
  expect(orders.map((order) => order.facts.remoteId)).toEqual(ozon.numbers());
  const cards = await allCards(app);
  expect(new Set(cards.map((card) => card.remoteId)).size).toBe(cards.length);
}

describe('a sync', () => {
  it('brings every posting exactly once, and the next one changes nothing', async () => {
    const desk = await startDesk({ postings: POSTINGS });
    await expectEachOnce(desk);
    const before = await fingerprint(desk);
    expect(await synced(desk.app)).toBeNull();
    expect(await fingerprint(desk)).toEqual(before);
    expect(before.journal.every((length) => length === 1)).toBe(true);
  });

  const faults: readonly (readonly [string, FaultRule, string | null])[] = [
    ['500', { kind: 'error-500', path: LIST, count: 1 }, 'http-500'],
    ['HTML in the place of an answer', { kind: 'html-502', path: LIST, count: 1 }, 'http-502'],
    ['JSON that ends in the middle', { kind: 'truncated-json', path: LIST, count: 1 }, 'unexpected-answer'],
    ['429', { kind: 'rate-limit', path: LIST, count: 1, retryAfterSeconds: 2 }, 'rate-limited'],
    ['a dropped connection', { kind: 'timeout-after-write', path: LIST, count: 1 }, 'broken'],
    ['a page given twice', { kind: 'duplicate-page', path: LIST, count: 1 }, null],
  ];
  it.each(faults)('loses and doubles nothing over %s on the second page', async (_name, rule, fault) => {
    const desk = await startDesk();
    const { app, ozon } = desk;
    for (let count = 0; count < POSTINGS; count += 1) ozon.add('aggregator');
    // The first page goes well: its orders and its cursor are kept before the fault strikes the second one.
    ozon.simulator.faults.add({ kind: 'slow', path: LIST, latencyMs: 60, count: 2 });
    void app.call('shops.syncNow', {});
    await afterRequests(desk, 1);
    ozon.simulator.faults.add(rule);
    const seen = await firstFault(desk);
    expect(seen).toBe(fault);
    await synced(app);
    await expectEachOnce(desk);
    for (const journal of (await fingerprint(desk)).journal) expect(journal).toBe(1);
  });
});
