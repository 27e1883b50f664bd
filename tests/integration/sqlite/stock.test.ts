import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StockMoveRow } from '../../../src-main/app/ports/store-stock.ts';
import type { OrderLine } from '../../../src-main/core/order/facts.ts';
import type { Order } from '../../../src-main/core/order/order.ts';
import { productRow } from '../../support/product-row.ts';
import { plainRows } from './look-inside.ts';
import { labelledWork, orderIdOf, sampleOrder, SHOP_ID, START_MS, type OrderChange } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

const line = (sku: string, quantity = 1, changes: Partial<OrderLine> = {}): OrderLine => ({
  remoteId: `${sku}-${quantity}`,
  remoteSku: '1',
  sku,
  title: `title of ${sku}`,
  variant: null,
  quantity,
  unitPrice: null,
  ...changes,
});

/** The n-th order, placed n hours after the first. */
function order(number: number, lines: readonly OrderLine[], change: OrderChange = {}): Order {
  const placedAtMs = START_MS + number * 3_600_000;
  return sampleOrder(number, { ...change, facts: { lines, placedAtMs, ...change.facts } });
}

const save = (...orders: readonly Order[]) =>
  temp.store.write(async (tx) => {
    for (const each of orders) await tx.saveOrder(each);
  });
const before = (number: number, sku = 'MUG') =>
  temp.store.read.reservedBefore(sku, { id: orderIdOf(number), placedAtMs: START_MS + number * 3_600_000 });
const claimed = async (sku = 'MUG') =>
  (await temp.store.read.claims(sku)).map(({ orderId, pieces }) => [orderId, pieces]);
const short = (sku: string, missing: number): Order['checks'] => [
  { code: 'out-of-stock', blocking: true, params: { sku, missing: String(missing) } },
];

describe('claims', () => {
  beforeEach(() => temp.store.write((tx) => tx.saveProducts([productRow('MUG', { quantity: 5 })])));

  it('stand while the goods have not left, whatever the card does', async () => {
    await save(order(1, [line('MUG', 2)]), order(2, [line('MUG')]), order(3, [line('MUG')]));
    expect(await claimed()).toEqual([
      [orderIdOf(1), 2],
      [orderIdOf(2), 1],
      [orderIdOf(3), 1],
    ]);
    await save(
      order(1, [line('MUG', 2)], { work: labelledWork(1, START_MS) }),
      order(2, [line('MUG')], { facts: { stage: 'cancelled' }, checks: short('MUG', 1) }),
    );
    const urging = {
      id: 'case-1' as never,
      kind: 'urging',
      reason: null,
      note: '',
      notes: [],
      openedAtMs: START_MS,
      dueAtMs: null,
      afterSaleId: null,
    } as const;
    await save(order(3, [line('MUG')], { work: { cases: [urging] } }));
    expect(await claimed()).toEqual([[orderIdOf(3), 1]]);
  });

  it('add up the lines of an order, without those that are not to leave', async () => {
    await save(
      order(1, [line('MUG', 2), line('MUG', 1, { remoteId: 'b' }), line('MUG', 0, { remoteId: 'c' }), line('')]),
    );
    expect(await claimed()).toEqual([[orderIdOf(1), 3]]);
    await save(order(1, [line('MUG', 1)]));
    expect(await claimed()).toEqual([[orderIdOf(1), 1]]);
  });

  it('go before others when they are packed, else when they were placed earlier', async () => {
    await save(order(1, [line('MUG', 1)]), order(2, [line('MUG', 2)]), order(3, [line('MUG', 4)]));
    expect([await before(1), await before(2), await before(3)]).toEqual([0, 1, 3]);
    await save(order(3, [line('MUG', 4)], { work: labelledWork(3) }));
    expect([await before(1), await before(2), await before(3)]).toEqual([4, 5, 3]);
    expect(await temp.store.read.deskOrdersFor(['MUG', 'NONE'])).toEqual([1, 2, 3].map(orderIdOf));
  });

  it('are gone with their shop', async () => {
    await save(order(1, [line('MUG')]));
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    expect(await claimed()).toEqual([]);
  });

  it('are what a rebuild makes of the orders', async () => {
    await save(
      order(1, [line('MUG', 2), line('SOCK')], { checks: short('MUG', 1) }),
      order(2, [line('SOCK')], { work: labelledWork(2) }),
      order(3, [line('MUG')], { facts: { stage: 'delivered' } }),
    );
    const rows = 'SELECT * FROM reservation ORDER BY order_row, article';
    const kept = await plainRows(temp, rows);
    expect(kept).toHaveLength(3);
    await plainRows(temp, "UPDATE reservation SET pieces = 9, product = 'MUG'");
    await plainRows(temp, 'DELETE FROM reservation WHERE order_row = 2');
    await temp.store.upkeep.rebuildCards();
    expect(await plainRows(temp, rows)).toEqual(kept);
  });
});

describe('articles', () => {
  const count = async () => [await temp.store.read.unmappedCount(), await claimed('MUG'), await claimed('SOCK')];

  it('are the product of their SKU as soon as there is one, unless another stands for them', async () => {
    await save(order(1, [line('MUG', 2)]), order(2, [line('m-1', 3)]));
    expect(await count()).toEqual([2, [], []]);
    await temp.store.write((tx) => tx.saveProducts([productRow('MUG'), productRow('SOCK')]));
    expect(await count()).toEqual([1, [[orderIdOf(1), 2]], []]);
    await temp.store.write((tx) => tx.saveAlias('ozon', 'm-1', 'MUG'));
    expect((await count())[1]).toHaveLength(2);
    await temp.store.write((tx) => tx.saveAlias('ozon', 'MUG', 'SOCK'));
    expect(await count()).toEqual([0, [[orderIdOf(2), 3]], [[orderIdOf(1), 2]]]);
    await temp.store.write((tx) => tx.saveAlias('ozon', 'MUG', null));
    await temp.store.write((tx) => tx.removeProduct('MUG'));
    expect(await count()).toEqual([2, [], []]);
  });

  it('of one order may be one product: they are one claim', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveProducts([productRow('MUG')]);
      await tx.saveAlias('ozon', 'm-1', 'MUG');
    });
    await save(order(1, [line('MUG', 2), line('m-1', 3)]));
    expect(await claimed()).toEqual([[orderIdOf(1), 5]]);
    expect(await before(1)).toBe(0);
    const products = await temp.store.read.productsOfArticles('ozon', ['m-1', 'MUG', 'x']);
    expect([...products].map(([article, { sku }]) => [article, sku])).toEqual([
      ['m-1', 'MUG'],
      ['MUG', 'MUG'],
    ]);
    expect((await temp.store.read.productsOfArticles('amazon', ['m-1'])).size).toBe(0);
  });

  it('that no product stands for are told with the words of their newest order', async () => {
    await save(
      order(1, [line('B', 1)]),
      order(2, [line('A', 4, { title: '新', variant: 'L' })]),
      order(3, [line('B', 2)]),
    );
    expect(await temp.store.read.unmappedArticles(10)).toEqual([
      { platform: 'ozon', sku: 'A', title: '新', variant: 'L', orders: 1, pieces: 4 },
      { platform: 'ozon', sku: 'B', title: 'title of B', variant: null, orders: 2, pieces: 3 },
    ]);
    expect(await temp.store.read.unmappedArticles(1)).toHaveLength(1);
  });
});

describe('the stock list', () => {
  beforeEach(async () => {
    await temp.store.write(async (tx) => {
      await tx.saveProducts([
        productRow('A', { title: '月亮杯', quantity: 10, lowAt: 8, bin: 'A1-03' }),
        productRow('B', { title: '100%_棉袜', quantity: 10, lowAt: 7 }),
        productRow('C', { variant: '暖白' }),
      ]);
      await tx.saveAlias('coupang', 'c-1', 'A');
    });
    await save(order(1, [line('A', 2)]), order(2, [line('B', 2)], { checks: short('B', 1) }));
  });
  const skus = async (query: string, filter: 'all' | 'short' | 'low' | 'uncounted' = 'all') =>
    (await temp.store.read.stockRows({ query, filter }, 0, 10)).map(({ product }) => product.sku);

  it('finds SKU, title, variant and bin as they are written', async () => {
    expect(await skus('')).toEqual(['A', 'B', 'C']);
    expect(await skus('亮')).toEqual(['A']);
    expect(await skus('a1-0')).toEqual(['A']);
    expect(await skus('暖')).toEqual(['C']);
    expect(await skus('0%_')).toEqual(['B']);
    expect(await skus('%')).toEqual(['B']);
    expect(await temp.store.read.stockCounts('杯')).toEqual({ all: 1, short: 0, low: 1, uncounted: 0 });
  });

  it('tells what is short, low and not counted', async () => {
    expect(await skus('', 'short')).toEqual(['B']);
    expect(await skus('', 'low')).toEqual(['A']);
    expect(await skus('', 'uncounted')).toEqual(['C']);
    expect(await temp.store.read.stockCounts('')).toEqual({ all: 3, short: 1, low: 1, uncounted: 1 });
    expect(await temp.store.read.stockRow('A')).toMatchObject({
      reserved: 2,
      shortOrders: 0,
      aliases: [{ platform: 'coupang', articleSku: 'c-1' }],
      platforms: ['ozon', 'coupang'],
    });
    expect(await temp.store.read.stockRow('B')).toMatchObject({ reserved: 2, shortOrders: 1, platforms: ['ozon'] });
    expect(await temp.store.read.stockRow('none')).toBeNull();
  });
});

describe('stock moves', () => {
  const move = (delta: number, change: Partial<StockMoveRow> = {}): StockMoveRow => ({
    sku: 'MUG',
    atMs: START_MS,
    delta,
    quantity: 10 + delta,
    reason: 'shipped',
    note: '',
    orderId: orderIdOf(1),
    commandId: null,
    ...change,
  });

  it('are kept newest first, add up by order, and outlive it', async () => {
    await temp.store.write((tx) => tx.saveProducts([productRow('MUG', { quantity: 10 }), productRow('SOCK')]));
    await save(order(1, [line('MUG')]));
    await temp.store.write(async (tx) => {
      await tx.addStockMove(move(-2));
      await tx.addStockMove(move(1, { reason: 'taken-back' }));
      await tx.addStockMove(move(7, { reason: 'move', note: '到货', orderId: null }));
    });
    expect(await temp.store.read.piecesMoved(orderIdOf(1))).toEqual(new Map([['MUG', 1]]));
    expect((await temp.store.read.stockMoves('MUG', 2)).map(({ delta }) => delta)).toEqual([7, 1]);
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    expect((await temp.store.read.stockMoves('MUG', 9)).map(({ orderId }) => orderId)).toEqual([null, null, null]);
    await temp.store.write((tx) => tx.removeProduct('MUG'));
    expect(await temp.store.read.stockMoves('MUG', 9)).toEqual([]);
  });
});

it('counted products are those that are on the desk, or that orders have articles of', async () => {
  await temp.store.write(async (tx) => {
    await tx.saveProducts([productRow('A', { quantity: 0 }), productRow('B'), productRow('C', { quantity: 3 })]);
    await tx.saveAlias('ozon', 'c-1', 'C');
  });
  await save(order(1, [line('A')]), order(2, [line('B'), line('c-1')], { facts: { stage: 'delivered' } }));
  expect(await temp.store.read.countedProducts(null)).toEqual(['A']);
  expect(await temp.store.read.countedProducts([orderIdOf(2), orderIdOf(9)])).toEqual(['C']);
  expect(await temp.store.read.currenciesInUse()).toEqual([]);
});
