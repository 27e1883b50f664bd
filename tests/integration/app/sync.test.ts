import { describe, expect, it } from 'vitest';
import type { JournalBody } from '../../../src-main/app/ports/store-rows.ts';
import type { FaultKind } from '../../../src-main/demo/ozon/faults.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { allCards, startDesk, synced, type Desk } from '../../support/test-desk.ts';
import type { TestPlatform } from '../../support/test-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

const LIST = '/v4/posting/fbs/list';
const POSTINGS = 130;

/** What must not change when nothing happened at the platform. */
async function fingerprint({ app, ozon, shopId }: Desk) {
  const orders = await app.store.read.ordersByRemote(shopId, ozon.numbers());
  const journals = await Promise.all(orders.map((order) => app.store.read.journal(order.id)));
  return {
    orders: orders.map(({ id, updatedAtMs, facts }) => ({ id, updatedAtMs, number: facts.remoteId })),
    // Cases come in by a stream of their own.
    journal: journals.map((journal) => journal.filter(({ body }) => !isOfCase(body)).length),
  };
}

const isOfCase = (body: JournalBody): boolean =>
  body.kind === 'case-reported' || (body.kind === 'work' && body.event.kind === 'case-opened');

/** Every return of the busy day is here, with its order and its case. */
function returnsCame({ app, ozon, shopId }: Desk): Promise<true> {
  const { returns, rfbsReturns } = ozon.simulator.world().afterSales;
  return waitUntil('the returns', async () => {
    const reports = await app.store.read.afterSales({ orderId: null, shopId, isOpenOnly: false }, 0, 1_000);
    const here = reports.filter((report) => report.afterSale.kind === 'return' && report.orderId !== null);
    const isAll = here.length === returns.length + rfbsReturns.length;
    return isAll && (await app.store.read.reportsWithoutCase(shopId, 10)).length === 0 ? true : null;
  });
}

async function expectEachOnce({ app, ozon, shopId }: Desk): Promise<void> {
  const orders = await app.store.read.ordersByRemote(shopId, ozon.numbers());
  expect(orders.map((order) => order.facts.remoteId)).toEqual(ozon.numbers());
  const cards = await allCards(app);
  expect(new Set(cards.map((card) => card.remoteId)).size).toBe(cards.length);
}

describe('a sync', () => {
  it('brings every posting exactly once, and the next one changes nothing', async () => {
    // Slow, because the parcels of a busy day move on by themselves.
    const desk = await startDesk({ postings: POSTINGS, clock: fastClock(1) });
    await expectEachOnce(desk);
    await waitUntil(
      'the first comparison',
      async () => (await desk.app.store.read.shop(desk.shopId))?.lastReconcileMs != null,
    );
    await returnsCame(desk);
    const before = await fingerprint(desk);
    expect(await synced(desk.app)).toBeNull();
    expect(await fingerprint(desk)).toEqual(before);
    expect(before.journal.every((length) => length === 1)).toBe(true);
  });

  const faults: readonly (readonly [name: string, kind: FaultKind, isFelt: boolean])[] = [
    ['500', 'error-500', true],
    ['HTML in the place of an answer', 'html-502', true],
    ['JSON that ends in the middle', 'truncated-json', true],
    // To wait for one's turn is no fault.
    ['429', 'rate-limit', false],
    ['a dropped connection', 'timeout-after-write', true],
    ['a page given twice', 'duplicate-page', false],
  ];
  it.each(faults)('loses and doubles nothing over %s on the second page', async (_name, kind, isFelt) => {
    const desk = await startDesk();
    const { app, ozon } = desk;
    for (let count = 0; count < POSTINGS; count += 1) ozon.add('aggregator');
    const before = listCalls(ozon);
    ozon.simulator.faults.add({ kind: 'slow', path: LIST, latencyMs: 60, count: 2 });
    const isSynced = synced(app);
    // The first page goes well: its orders and its cursor are kept before the fault strikes the second one.
    await waitUntil('the first page', async () => listCalls(ozon) > before);
    ozon.simulator.faults.add({ kind, path: LIST, count: 1 });
    await isSynced;
    expect(ozon.simulator.faults.list()).toEqual([]);
    await waitUntil('a good sync', async () => (await app.store.read.shops())[0]?.lastFault === null);
    expect((await app.store.read.shops())[0]?.lastFaultAtMs !== null).toBe(isFelt);
    await synced(app);
    await expectEachOnce(desk);
    expect(new Set((await fingerprint(desk)).journal)).toEqual(new Set([1]));
  });

  it('keeps a page and the cursor behind it together, or neither', async () => {
    const desk = await startDesk();
    const { app, ozon, shopId } = desk;
    const before = await app.store.read.cursor(shopId, 'orders');
    ozon.add('aggregator');
    const write = app.store.write.bind(app.store);
    let failures = 0;
    // The very last step of the unit of work fails: a disk that fills up.
    app.store.write = (work) =>
      write(async (tx) => {
        const value = await work(tx);
        if (failures === 0 && (await tx.cursor(shopId, 'orders')) !== before) {
          failures += 1;
          throw new Error('disk full');
        }
        return value;
      });
    expect(await synced(app)).toBe('internal');
    expect(failures).toBe(1);
    expect(await app.store.read.cursor(shopId, 'orders')).toBe(before);
    expect(await allCards(app)).toEqual([]);
    expect(await synced(app)).toBeNull();
    await expectEachOnce(desk);
  });
});

const listCalls = (ozon: TestPlatform): number => ozon.simulator.world().requestCounts[LIST] ?? 0;
