import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import { startStockDesk, type StockDesk } from '../../support/stock-desk.ts';

const PNG = Buffer.from('\u0089PNG\r\n\u001a\n……', 'latin1').toString('base64');
const MUG: MethodInput<'stock.save'> = {
  sku: 'MUG',
  title: '马克杯',
  variant: '月白',
  bin: 'A1-03',
  lowAt: 5,
  cost: { minor: 2_400, currency: 'CNY' },
  floorPrice: null,
  weightG: 420,
  hsCode: '691200',
  origin: 'CN',
};
const ALL = { query: '', filter: 'all', offset: 0, limit: 50 } as const;

const cardOf = async (desk: StockDesk, number: number) => {
  const { cards } = await desk.app.call('board.search', { query: `order-${number}`, limit: 5 });
  return cards.find((card) => card.remoteId === `order-${number}`);
};

describe('a product', () => {
  it('gives its words and its picture to the cards of its orders, and keeps its count when saved again', async () => {
    const desk = await startStockDesk();
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    expect(await cardOf(desk, 1)).toMatchObject({ title: 'title of MUG', picture: null });
    await desk.app.call('stock.save', MUG);
    await desk.app.call('stock.setPicture', { sku: 'MUG', base64: PNG });
    await desk.app.call('stock.count', { sku: 'MUG', quantity: 7 });
    await desk.app.call('stock.save', { ...MUG, bin: 'B2-01' });
    expect(await cardOf(desk, 1)).toMatchObject({
      title: '马克杯',
      variant: '月白',
      picture: `data:image/png;base64,${PNG}`,
    });
    const { row } = await desk.app.call('stock.get', { sku: 'MUG' });
    expect(row).toMatchObject({ product: { quantity: 7, bin: 'B2-01' }, reserved: 1, free: 6 });
    expect(row.picture).not.toBeNull();
    await desk.app.call('stock.setPicture', { sku: 'MUG', base64: null });
    expect((await cardOf(desk, 1))?.picture).toBeNull();
  });

  it('takes no picture that is none, or is too large, and says so', async () => {
    const desk = await startStockDesk();
    await desk.app.call('stock.save', MUG);
    const set = (bytes: Buffer, sku = 'MUG') =>
      desk.app.ask('stock.setPicture', { sku, base64: bytes.toString('base64') });
    expect(await set(Buffer.from('<svg onload="x">'))).toMatchObject({ ok: false, code: 'file-unreadable' });
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(300_000)]);
    expect(await set(large)).toMatchObject({ ok: false, code: 'file-too-large' });
    expect(await set(Buffer.from(PNG, 'base64'), 'NONE')).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('that is removed leaves its orders with the platform’s words', async () => {
    const desk = await startStockDesk();
    await desk.app.call('stock.save', MUG);
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    await desk.app.call('stock.remove', { sku: 'MUG' });
    expect(await cardOf(desk, 1)).toMatchObject({ title: 'title of MUG' });
    for (const name of ['stock.remove', 'stock.get', 'stock.moves'] as const)
      expect(await desk.app.ask(name, { sku: 'MUG' })).toMatchObject({ ok: false, code: 'not-found' });
    expect(await desk.app.ask('stock.count', { sku: 'MUG', quantity: 1 })).toMatchObject({ code: 'not-found' });
  });
});

describe('an article of a platform', () => {
  it('is mapped to a product by hand, claims its pieces, and is let go again', async () => {
    const desk = await startStockDesk();
    await desk.app.call('stock.save', MUG);
    await desk.app.call('stock.count', { sku: 'MUG', quantity: 1 });
    await desk.pull({ number: 1, wants: { 'RU-MUG': 2 } });
    expect(await desk.checksOf(1)).toEqual([]);
    const article = { platform: 'ozon', articleSku: 'RU-MUG' } as const;
    await desk.app.call('stock.map', { ...article, sku: 'MUG' });
    expect([await desk.laneOf(1), await desk.checksOf(1)]).toEqual(['problem', ['out-of-stock']]);
    expect((await desk.app.call('stock.get', { sku: 'MUG' })).row).toMatchObject({
      reserved: 2,
      aliases: [{ platform: 'ozon', sku: 'RU-MUG' }],
    });
    expect((await desk.app.call('stock.list', ALL)).unmapped).toBe(0);
    await desk.app.call('stock.map', { ...article, sku: null });
    expect(await desk.laneOf(1)).toBe('new');
    expect((await desk.app.call('stock.list', ALL)).unmapped).toBe(1);
    expect(await desk.app.ask('stock.map', { ...article, sku: 'NONE' })).toMatchObject({ code: 'not-found' });
  });

  it('that no product stands for is told, and adopted with all others, not counted', async () => {
    const desk = await startStockDesk();
    await desk.app.call('stock.save', MUG);
    await desk.pull(
      { number: 1, wants: { MUG: 1, SOCKS: 2 } },
      { number: 2, wants: { SOCKS: 1, [' odd ']: 1, LAMP: 1 } },
    );
    const { articles } = await desk.app.call('stock.unmapped', {});
    expect(articles.map(({ sku, orders, pieces }) => [sku, orders, pieces])).toEqual([
      ['SOCKS', 2, 3],
      [' odd ', 1, 1],
      ['LAMP', 1, 1],
    ]);
    // A SKU that begins or ends with blanks is no name for a product: that article wants to be mapped.
    expect(await desk.app.call('stock.adoptAll', {})).toEqual({ count: 2 });
    expect(await desk.app.call('stock.adoptAll', {})).toEqual({ count: 0 });
    const { products, counts, unmapped } = await desk.app.call('stock.list', ALL);
    expect(products.map(({ product }) => [product.sku, product.title, product.quantity])).toEqual([
      ['LAMP', 'title of LAMP', null],
      ['MUG', '马克杯', null],
      ['SOCKS', 'title of SOCKS', null],
    ]);
    expect([counts, unmapped]).toEqual([{ all: 3, short: 0, low: 0, uncounted: 3 }, 1]);
    expect([await desk.laneOf(1), await desk.laneOf(2)]).toEqual(['new', 'new']);
  });
});
