import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TagRow, ViewRow } from '../../../src-main/app/ports/store-filters.ts';
import { NO_FILTER } from '../../../src-main/core/order/card-filter.ts';
import type { TagId, ViewId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

const GIFT: TagRow = { id: 'gift' as TagId, name: '礼物', colour: 'pink' };
const RUSH: TagRow = { id: 'rush' as TagId, name: '加急', colour: 'red' };
const tagged = (number: number, tags: readonly TagId[], isClosed = false) =>
  temp.store.write((tx) =>
    tx.saveOrder(sampleOrder(number, { work: { tags, closedAtMs: isClosed ? START_MS : null } })),
  );

describe('tags', () => {
  it('are kept in the order they were made, and may be changed', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveTag(RUSH);
      await tx.saveTag(GIFT);
      await tx.saveTag({ ...RUSH, name: '急' });
    });
    expect(await temp.store.read.tags()).toEqual([{ ...RUSH, name: '急' }, GIFT]);
    await temp.store.write((tx) => tx.removeTag(RUSH.id));
    expect(await temp.store.read.tags()).toEqual([GIFT]);
  });

  it('are counted on the board, and found on all orders', async () => {
    await tagged(1, [GIFT.id, RUSH.id]);
    await tagged(2, [GIFT.id]);
    await tagged(3, [GIFT.id], true);
    expect(Object.fromEntries(await temp.store.read.tagCounts())).toEqual({ gift: 2, rush: 1 });
    expect(await temp.store.read.ordersWithTag(GIFT.id)).toEqual([1, 2, 3].map(orderIdOf));
    await tagged(1, [RUSH.id]);
    await tagged(2, [GIFT.id], true);
    expect(Object.fromEntries(await temp.store.read.tagCounts())).toEqual({ rush: 1 });
    expect(await temp.store.read.ordersWithTag(GIFT.id)).toEqual([2, 3].map(orderIdOf));
    expect((await temp.store.read.cardsById([orderIdOf(1)]))[0]?.tagIds).toEqual([RUSH.id]);
  });
});

describe('views', () => {
  const view = (id: string, position: number): ViewRow => ({
    id: id as ViewId,
    name: `视图 ${id}`,
    filter: { ...NO_FILTER, platforms: ['ozon'], tagIds: [GIFT.id], due: 'today', signs: ['held'], text: '红 "x"' },
    position,
  });

  it("are kept in the seller's order", async () => {
    await temp.store.write(async (tx) => {
      for (const row of [view('a', 2), view('b', 1), view('c', 3)]) await tx.saveView(row);
      await tx.saveView({ ...view('c', 0), filter: { ...NO_FILTER, stoppedBy: 'out-of-stock' } });
    });
    const kept = await temp.store.read.views();
    expect(kept).toEqual([
      { ...view('c', 0), filter: { ...NO_FILTER, stoppedBy: 'out-of-stock' } },
      view('b', 1),
      view('a', 2),
    ]);
    await temp.store.write((tx) => tx.removeView('b' as ViewId));
    expect((await temp.store.read.views()).map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('that a later version wrote are left out, and told of', async () => {
    const bad: string[] = [];
    const store = await temp.reopen({ onBadRow: (table, id) => bad.push(`${table} ${id}`) });
    await store.write(async (tx) => {
      await tx.saveView(view('a', 1));
      await tx.saveView(view('b', 2));
    });
    await plainRows(temp, `UPDATE saved_view SET filter = replace(filter, '"ozon"', '"temu"') WHERE id = 'a'`);
    expect((await store.read.views()).map(({ id }) => id)).toEqual(['b']);
    expect(bad).toEqual(['saved_view a']);
  });
});
