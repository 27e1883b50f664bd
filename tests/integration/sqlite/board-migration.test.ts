import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardOf } from '../../../src-main/adapters/sqlite/card-of.ts';
import { factsAsJson } from '../../../src-main/adapters/sqlite/encode-order.ts';
import { firstSchema } from '../../../src-main/adapters/sqlite/migrations/0010-first-schema.ts';
import { printBatches } from '../../../src-main/adapters/sqlite/migrations/0020-print-batches.ts';
import { fivePlatforms } from '../../../src-main/adapters/sqlite/migrations/0030-five-platforms.ts';
import { openStore, type SqliteStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { searchWordsOf } from '../../../src-main/adapters/sqlite/search-words.ts';
import { NO_FILTER } from '../../../src-main/core/order/card-filter.ts';
import type { Lane } from '../../../src-main/core/order/lane.ts';
import { EMPTY_WORK } from '../../../src-main/core/order/work.ts';
import { plainRows } from './look-inside.ts';
import { addOldHeader, addOldShop, jsonText } from './old-files.ts';
import { orderIdOf, sampleOrder, SHOP_ID, START_MS } from './sample-orders.ts';
import { KEY, tempFolder } from './temp-store.ts';

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const open = (change: Partial<Parameters<typeof openStore>[0]> = {}) =>
  openStore({ file: place.file, backupsDir: place.backupsDir, key: KEY, ...change });

/** The work that version 30 knew, with nothing done. */
const OLD_WORK = {
  confirmedAtMs: null,
  hold: null,
  acceptedChecks: [],
  exception: null,
  deliveredAtMs: null,
  cancel: null,
  cases: [] as readonly object[],
  note: '',
  closedAtMs: null as number | null,
};
const OLD_CASE = { id: 'case', kind: 'return', note: '碎了', openedAtMs: START_MS, dueAtMs: START_MS + 5 };
const OLD_EVENTS = [
  { kind: 'case-opened', atMs: 1, caseId: 'c', caseKind: 'return', note: 'n', dueAtMs: null },
  { kind: 'case-closed', atMs: 2, caseId: 'c' },
];

/** An order as version 30 wrote it: header, line, address, card, words. */
async function addOldOrder(number: number, lane: Lane | null, work: Partial<typeof OLD_WORK> = {}): Promise<void> {
  const same = sampleOrder(1).facts.address;
  const order = sampleOrder(number, { facts: { address: same, shipByMs: START_MS + number } });
  const { facts } = order;
  await addOldHeader(place, order, { facts: factsAsJson(facts), work: { ...OLD_WORK, ...work } });
  const row = `(SELECT row_id FROM order_header WHERE id = '${order.id}')`;
  const [line] = facts.lines;
  await plainRows(
    place,
    `INSERT INTO order_line SELECT ${row}, 0, '1', '2', '${line!.sku}', '${line!.title}', NULL, 1, NULL, NULL`,
  );
  const { name, phone, lines, city, postcode, country } = same!;
  await plainRows(
    place,
    `INSERT INTO address SELECT ${row}, '${name}', '${phone}', ${jsonText(lines)}, '${city}', NULL, '${postcode}', '${country}'`,
  );
  await plainRows(
    place,
    `INSERT INTO card (row_id, order_id, shop_id, platform, lane, remote_id, title, sku, quantity, line_count, stage,
       raw_status, has_buyer_note, has_label, is_labelled, worst_check, check_count, due_sort_ms, placed_at_ms)
     SELECT ${row}, '${order.id}', '${SHOP_ID}', 'ozon', ${lane === null ? 'NULL' : `'${lane}'`}, '${facts.remoteId}',
       'old', 'old', 1, 1, 'x', 'x', 0, 0, 0, 'null', 0, 1, 1`,
  );
  const { words, tails } = searchWordsOf(order);
  await plainRows(place, `INSERT INTO order_search (rowid, words, tails) SELECT ${row}, '${words}', '${tails}'`);
}

async function fileOfThirdRelease(): Promise<void> {
  await (await open({ migrations: [firstSchema, printBatches, fivePlatforms] })).close();
  await addOldShop(place);
  await addOldOrder(1, 'new');
  await addOldOrder(2, 'new');
  await addOldOrder(3, 'after-sales', { cases: [OLD_CASE] });
  await addOldOrder(4, null, { closedAtMs: START_MS });
  for (const event of OLD_EVENTS)
    await plainRows(
      place,
      `INSERT INTO order_event (order_id, at_ms, actor, command_id, body)
         VALUES ('${orderIdOf(1)}', 1, 'seller', NULL, ${jsonText({ kind: 'work', event })})`,
    );
  await plainRows(place, "INSERT INTO product (sku, title, quantity) VALUES ('SKU-1', '杯子', 7)");
}

async function opened(check: (store: SqliteStore) => Promise<void>): Promise<void> {
  await fileOfThirdRelease();
  const store = await open();
  await check(store);
  await store.close();
}

describe('a file of the third release', () => {
  it('keeps its orders: what is new in their work is empty', () =>
    opened(async ({ read }) => {
      expect((await read.order(orderIdOf(1)))?.work).toEqual(EMPTY_WORK);
      expect((await read.order(orderIdOf(3)))?.work).toEqual({
        ...EMPTY_WORK,
        cases: [{ ...OLD_CASE, reason: null, notes: [], afterSaleId: null }],
      });
      expect((await read.order(orderIdOf(4)))?.work).toEqual({ ...EMPTY_WORK, closedAtMs: START_MS });
    }));

  it('keeps its journal: a case was opened for no reason and ended somehow', () =>
    opened(async ({ read }) => {
      expect((await read.journal(orderIdOf(1))).map(({ body }) => body)).toEqual([
        { kind: 'work', event: { ...OLD_EVENTS[0], reason: null, afterSaleId: null } },
        { kind: 'work', event: { ...OLD_EVENTS[1], outcome: null } },
      ]);
    }));

  it('gets cards with clocks and buyers, and counts them', () =>
    opened(async ({ read }) => {
      const orders = await read.orders([1, 2, 3].map(orderIdOf));
      const cards = await read.cardsById([1, 2, 3].map(orderIdOf));
      expect(cards).toEqual(orders.map(cardOf));
      expect(cards.map(({ dueKind }) => dueKind)).toEqual(['ship-by', 'ship-by', 'case']);
      const key = cards[0]?.buyerKey ?? '';
      expect((await read.siblings([key])).get(key)?.map((card) => card.orderId)).toEqual([1, 2].map(orderIdOf));
      expect((await read.cardsById([orderIdOf(4)]))[0]).toMatchObject({ lane: null, buyerKey: null, title: 'old' });
    }));

  it('is found by words, on the board by filters too', () =>
    opened(async ({ read }) => {
      expect((await read.search('Иван', 10)).map((hit) => hit.orderId)).toEqual([3, 2, 1, 4].map(orderIdOf));
      const query = { filter: { ...NO_FILTER, text: 'Иван' }, nowMs: START_MS, dayEndsMs: START_MS };
      expect((await read.cardIds(query, 10)).ids).toEqual([1, 2, 3].map(orderIdOf));
    }));

  it('lists its cases and keeps its products', () =>
    opened(async ({ read }) => {
      expect(await read.orderCases({ isOpen: true, shopId: null }, 0, 10)).toMatchObject([
        { orderId: orderIdOf(3), case: { id: 'case', kind: 'return', reason: null } },
      ]);
      expect(await read.products(['SKU-1'])).toMatchObject([{ sku: 'SKU-1', quantity: 7, lowAt: null, cost: null }]);
      expect(await read.reservedBefore('SKU-1', { id: orderIdOf(9), placedAtMs: START_MS })).toBe(1);
    }));

  it('leaves out an order that cannot be read, and keeps its card as it was', async () => {
    await fileOfThirdRelease();
    await plainRows(place, `UPDATE order_header SET work = '{}' WHERE id = '${orderIdOf(2)}'`);
    const bad: string[] = [];
    const store = await open({ onBadRow: (table, id) => bad.push(`${table} ${id}`) });
    expect(bad).toEqual([`order_header ${orderIdOf(2)}`]);
    expect((await store.read.cards('new', 0, 10)).map((card) => card.title)).toContain('old');
    await store.close();
  });
});
