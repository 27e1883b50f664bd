import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import {
  ALIASES,
  ASKING_PLATFORMS,
  CLAIMS,
  COUNTED_OF_ORDERS,
  DESK_ORDERS,
  DESK_ORDERS_WITH_FLOOR,
  MOVES,
  PIECES_MOVED,
  RESERVED_BEFORE,
  UNMAPPED,
  UNMAPPED_COUNT,
} from '../../../src-main/adapters/sqlite/stock-reads.ts';
import { productRow } from '../../support/product-row.ts';
import { orderIdOf, sampleOrder, START_MS } from './sample-orders.ts';
import { KEY, tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  temp = await tempStore();
  database = openDatabase({ file: temp.file, key: KEY });
});
afterAll(async () => {
  database.close();
  await temp.remove();
});

/** Steps of the plan that read a table; those that only sort what was read are left out. */
function readsOf(sql: string): string[] {
  const named = Object.fromEntries((sql.match(/@\w+/g) ?? []).map((name) => [name.slice(1), 0]));
  const params = sql.includes('@') ? [named] : (sql.match(/\?/g) ?? []).map(() => 0);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
  return rows
    .map((row) => row.detail)
    .filter((step) => /^(SEARCH|SCAN) \w+ USING/.test(step) || /^SCAN \w+$/.test(step));
}

const OF_PRODUCT = 'SEARCH reservation USING COVERING INDEX reservation_product (product=?)';

describe('the plan of', () => {
  it.each([
    ['the claims of a product', CLAIMS, [OF_PRODUCT]],
    ['what goes before an order', RESERVED_BEFORE, [OF_PRODUCT]],
    ['the orders that ask for a product', DESK_ORDERS, [OF_PRODUCT]],
    [
      'the orders that ask for one with a floor price',
      DESK_ORDERS_WITH_FLOOR,
      ['SCAN p', 'SEARCH r USING COVERING INDEX reservation_product (product=?)'],
    ],
    ['the platforms that ask for it', ASKING_PLATFORMS, [OF_PRODUCT]],
    ['its aliases', ALIASES, ['SEARCH product_alias USING COVERING INDEX product_alias_sku (sku=?)']],
    ['its moves', MOVES, ['SEARCH stock_move USING INDEX stock_move_sku (sku=?)']],
    ['what left with an order', PIECES_MOVED, ['SEARCH stock_move USING COVERING INDEX stock_move_order (order_id=?)']],
    ['unmapped articles', UNMAPPED, ['SCAN reservation USING INDEX reservation_unmapped']],
    ['their number', UNMAPPED_COUNT, ['SCAN reservation USING INDEX reservation_unmapped']],
    [
      'the counted products of orders',
      COUNTED_OF_ORDERS,
      [
        'SEARCH h USING INDEX sqlite_autoindex_order_header_1 (id=?)',
        'SEARCH l USING PRIMARY KEY (order_row=?)',
        'SEARCH p USING INDEX sqlite_autoindex_product_1 (sku=?)',
        'SEARCH product_alias USING PRIMARY KEY (platform=? AND article_sku=?)',
        'SEARCH product USING COVERING INDEX sqlite_autoindex_product_1 (sku=?)',
      ],
    ],
  ])('%s', (_name, sql, plan) => {
    expect(readsOf(sql)).toEqual(plan);
  });
});

describe('ten thousand orders of one product', () => {
  const COUNT = 10_000;
  beforeAll(async () => {
    await temp.store.write((tx) => tx.saveProducts([productRow('MUG', { quantity: COUNT / 2 })]));
    const [line] = sampleOrder(0).facts.lines;
    await temp.store.write(async (tx) => {
      for (let number = 0; number < COUNT; number += 1) {
        const lines = line === undefined ? [] : [{ ...line, sku: 'MUG', quantity: 1 }];
        await tx.saveOrder(sampleOrder(number, { facts: { placedAtMs: START_MS + number, lines } }));
      }
    });
  });

  it('are summed and listed within a frame or two', async () => {
    const { read } = temp.store;
    const last = { id: orderIdOf(COUNT - 1), placedAtMs: START_MS + COUNT - 1 };
    expect(await read.reservedBefore('MUG', last)).toBe(COUNT - 1);
    expect((await read.deskOrdersFor(['MUG'])).at(-1)).toBe(last.id);
    // Measured 0.7, 5.3 and 5.6 ms on two slow cores at rest; a plan that reads the orders takes a hundred times as long.
    expect(await medianMs(() => read.reservedBefore('MUG', last))).toBeLessThan(50);
    expect(await medianMs(() => read.deskOrdersFor(['MUG']))).toBeLessThan(300);
    expect(await medianMs(() => read.claims('MUG'))).toBeLessThan(300);
  });
});

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const begunMs = performance.now();
    await work();
    times.push(performance.now() - begunMs);
  }
  return times.sort((left, right) => left - right)[4] ?? 0;
}
