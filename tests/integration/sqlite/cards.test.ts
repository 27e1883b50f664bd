import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardOf } from '../../../src-main/adapters/sqlite/card-of.ts';
import { LANES } from '../../../src-main/core/order/lane.ts';
import { laneOf } from '../../../src-main/core/order/lane-of.ts';
import type { TagId } from '../../../src-main/core/shared/ids.ts';
import { anyOrders } from './arbitrary-orders.ts';
import { plainRows, wordsOf } from './look-inside.ts';
import {
  labelledWork,
  orderIdOf,
  sampleOrder,
  sampleShop,
  SHOP_ID,
  START_MS,
  type OrderChange,
} from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const HOUR_MS = 3_600_000;
let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

/** All that is derived from orders, as it is stored. */
const projections = async () => [
  await plainRows(temp, 'SELECT * FROM card ORDER BY row_id'),
  await plainRows(temp, 'SELECT * FROM card_tag ORDER BY tag_id, order_row'),
  await plainRows(temp, 'SELECT * FROM order_case ORDER BY order_row, position'),
  await plainRows(temp, 'SELECT * FROM reservation ORDER BY order_row, article'),
  wordsOf(temp, 'board_search'),
];

const save = (changes: readonly OrderChange[]) =>
  temp.store.write(async (tx) => {
    for (const [number, change] of changes.entries()) await tx.saveOrder(sampleOrder(number, change));
  });

describe('the board', () => {
  it('shows a lane by deadline, those without one last, then by age', async () => {
    await save([
      { facts: { shipByMs: null, placedAtMs: 5 } },
      { facts: { shipByMs: START_MS, placedAtMs: 9 } },
      { facts: { shipByMs: START_MS - 1, placedAtMs: 9 } },
      { facts: { shipByMs: null, placedAtMs: 4 } },
      { facts: { shipByMs: START_MS, placedAtMs: 8 } },
    ]);
    const numbers = async (offset: number, limit: number) =>
      (await temp.store.read.cards('new', offset, limit)).map((card) => Number(card.orderId.slice(-12)));
    expect(await numbers(0, 10)).toEqual([2, 4, 1, 3, 0]);
    expect(await numbers(1, 2)).toEqual([4, 1]);
    expect(await numbers(5, 2)).toEqual([]);
  });

  it('counts lanes, what is late and what is due within a day', async () => {
    await save([
      { facts: { shipByMs: START_MS - 1 } },
      { facts: { shipByMs: START_MS } },
      { facts: { shipByMs: START_MS + 24 * HOUR_MS - 1 } },
      { facts: { shipByMs: START_MS + 24 * HOUR_MS } },
      { facts: { shipByMs: START_MS - 1 }, work: labelledWork(4, START_MS) },
      { facts: { shipByMs: START_MS - 1 }, work: { closedAtMs: START_MS } },
    ]);
    const counts = await temp.store.read.laneCounts(START_MS);
    expect(counts.map(({ lane }) => lane)).toEqual(LANES);
    expect(counts.filter(({ count }) => count > 0)).toEqual([
      { lane: 'new', count: 4, overdue: 1, dueSoon: 2 },
      { lane: 'in-transit', count: 1, overdue: 0, dueSoon: 0 },
    ]);
  });

  it('loses closed orders, which keep their card', async () => {
    await save([{}]);
    expect(await temp.store.read.openRemoteIds(SHOP_ID)).toHaveLength(1);
    await save([{ work: { closedAtMs: START_MS } }]);
    expect(await temp.store.read.openRemoteIds(SHOP_ID)).toEqual([]);
    expect(await temp.store.read.cards('new', 0, 10)).toEqual([]);
    expect(await temp.store.read.cardsById([orderIdOf(0), orderIdOf(7)])).toMatchObject([
      { orderId: orderIdOf(0), lane: null },
    ]);
  });

  it('is what a rebuild makes of the orders, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, anyOrders, async (before, after) => {
        await temp.store.write(async (tx) => {
          for (const order of before) await tx.saveOrder(order);
          for (const [index, order] of after.entries()) {
            const standing = before[index];
            if (standing !== undefined) {
              await tx.saveOrder({
                ...order,
                id: standing.id,
                facts: { ...order.facts, remoteId: standing.facts.remoteId },
              });
            }
          }
        });
        const kept = await projections();
        expect(await temp.store.upkeep.rebuildCards()).toBe(before.length);
        expect(await projections()).toEqual(kept);
        const orders = await temp.store.read.orders(before.map((order) => order.id));
        expect(await temp.store.read.cardsById(before.map((order) => order.id))).toEqual(orders.map(cardOf));
        expect(await temp.store.read.openRemoteIds(SHOP_ID)).toHaveLength(
          orders.filter((order) => ![null, 'delivered'].includes(laneOf(order))).length,
        );
        await temp.store.write((tx) => tx.removeShop(SHOP_ID));
        await temp.store.write((tx) => tx.saveShop(sampleShop()));
      }),
      { numRuns: 40 },
    );
  });

  it('is mended by a rebuild', async () => {
    const tags = ['a' as TagId, 'b' as TagId];
    await save([{ work: { tags } }, { work: { tags } }, { work: { tags, closedAtMs: START_MS } }]);
    const kept = await projections();
    expect(kept.every((rows) => rows.length > 0 || rows === kept[2])).toBe(true);
    await plainRows(temp, "UPDATE card SET lane = 'delivered', title = '', buyer_key = 'x'");
    await plainRows(temp, 'DELETE FROM card WHERE row_id = 2');
    await plainRows(temp, "UPDATE card_tag SET tag_id = 'c' WHERE tag_id = 'a'");
    await plainRows(temp, 'DELETE FROM reservation');
    await plainRows(temp, 'DELETE FROM board_search');
    await plainRows(temp, "INSERT INTO board_search (rowid, words, tails) VALUES (3, 'x', 'y')");
    await temp.store.upkeep.rebuildCards();
    expect(await projections()).toEqual(kept);
  });
});
