import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import { startTestApp, type TestAppOptions } from '../../support/test-app.ts';
import { quietNotifier } from '../../support/test-ports.ts';
import { orderIdOf } from '../sqlite/sample-orders.ts';
import { storeOrders } from './stored-orders.ts';

const HOUR_MS = 3_600_000;
/** Asks nothing. */
const ALL: MethodInput<'board.ids'>['filter'] = {
  platforms: [],
  shopIds: [],
  lanes: [],
  due: null,
  countries: [],
  services: [],
  tagIds: [],
  size: null,
  signs: [],
  text: '',
};

/** An app whose seller reads 18:00 on her clock, and orders due 1, 5, 7 and 31 hours from now. */
async function startBoard(options: TestAppOptions = {}) {
  const app = await startTestApp({ ...options, notifier: { ...quietNotifier, minuteOfDay: () => 18 * 60 } });
  const nowMs = app.clock.nowMs();
  const countries = ['RU', 'KR', 'RU', 'US'];
  await storeOrders(
    app,
    [1, 5, 7, 31].map((hours, index) => ({
      facts: { shipByMs: nowMs + hours * HOUR_MS, country: countries[index] ?? null },
    })),
  );
  const idsOf = async (change: Partial<typeof ALL>, limit = 100) => {
    const { ids, total } = await app.call('board.ids', { filter: { ...ALL, ...change }, limit });
    return { numbers: ids.map((id) => Number(id.slice(-12))), total };
  };
  return { app, idsOf };
}

describe('the board, filtered', () => {
  it("counts days by the seller's own clock", async () => {
    const { idsOf } = await startBoard();
    expect((await idsOf({ due: 'today' })).numbers).toEqual([0, 1]);
    expect((await idsOf({ due: 'tomorrow' })).numbers).toEqual([2]);
    expect((await idsOf({ due: 'week' })).numbers).toEqual([0, 1, 2, 3]);
    expect((await idsOf({ due: 'late' })).numbers).toEqual([]);
  });

  it('shows the same cards by count, by window and by id', async () => {
    const { app, idsOf } = await startBoard();
    const filter = { ...ALL, countries: ['RU'] };
    const { lanes } = await app.call('board.summary', { filter });
    expect(lanes.find(({ lane }) => lane === 'new')?.count).toBe(2);
    const { cards } = await app.call('board.cards', { lane: 'new', offset: 0, limit: 10, filter });
    expect(cards.map((card) => card.orderId)).toEqual([0, 2].map(orderIdOf));
    expect(await idsOf(filter)).toEqual({ numbers: [0, 2], total: 2 });
    expect(await idsOf({}, 3)).toEqual({ numbers: [0, 1, 2], total: 4 });
    const all = await app.call('board.summary', { filter: ALL });
    expect(all.lanes).toEqual((await app.call('board.summary', {})).lanes);
  });

  it('says what it could be filtered by', async () => {
    const { app } = await startBoard();
    expect(await app.call('board.facets', {})).toEqual({
      countries: [
        { value: 'RU', count: 2 },
        { value: 'KR', count: 1 },
        { value: 'US', count: 1 },
      ],
      services: [{ value: 'Ozon Realtime', count: 4 }],
    });
  });
});

describe('a scanned code', () => {
  it('means its orders, else the product of that SKU, else nothing', async () => {
    const { app } = await startBoard();
    const product = { title: '杯子', variant: null, picture: null, bin: 'A-1', quantity: 3, lowAt: null, cost: null };
    const more = { floorPrice: null, weightG: null, hsCode: null, origin: null };
    await app.store.write((tx) => tx.saveProducts([{ sku: 'MUG-1', ...product, ...more }]));
    const number = (await app.store.read.order(orderIdOf(1)))?.facts.remoteId ?? '';
    expect(await app.call('board.scan', { code: number })).toEqual({ orderIds: [orderIdOf(1)], sku: null });
    expect(await app.call('board.scan', { code: ' mug-1 ' })).toEqual({ orderIds: [], sku: 'MUG-1' });
    expect(await app.call('board.scan', { code: 'MUG-2' })).toEqual({ orderIds: [], sku: null });
  });
});
