import { describe, expect, it } from 'vitest';
import { productRow } from '../../support/product-row.ts';
import { startStockDesk, type PulledOrder, type StockDesk } from '../../support/stock-desk.ts';
import { SHOP_ID } from '../sqlite/sample-orders.ts';

const ROUBLES = (minor: number) => ({ minor, currency: 'RUB' });
const YUAN = (minor: number) => ({ minor, currency: 'CNY' });
const RATES = { base: 'CNY', rates: { RUB: 0.1 } };

/** A shop that sells in roubles, with a mug that costs ten yuan. */
async function deskWith(floorMinor: number | null = null): Promise<StockDesk> {
  const desk = await startStockDesk();
  const floorPrice = floorMinor === null ? null : YUAN(floorMinor);
  await desk.app.store.write((tx) => tx.saveProducts([productRow('MUG', { cost: YUAN(1_000), floorPrice })]));
  return desk;
}

const marginOf = async (desk: StockDesk, order: PulledOrder) => {
  await desk.pull(order);
  return (await desk.app.call('orders.get', { id: await desk.idOf(order.number) })).margin;
};

describe('the margin of an order', () => {
  it('is what the buyer paid less the usual fees and the cost of the goods, in the shop’s currency', async () => {
    const desk = await deskWith();
    await desk.app.call('stock.saveRates', RATES);
    await desk.app.call('stock.saveFees', { shopId: SHOP_ID, percent: 18 });
    expect(await marginOf(desk, { number: 1, wants: { MUG: 2 }, facts: { total: ROUBLES(50_000) } })).toEqual({
      currency: 'RUB',
      paidMinor: 50_000,
      feesMinor: 9_000,
      goodsMinor: 20_000,
      postageMinor: null,
      marginMinor: 21_000,
      areFeesEstimated: true,
      withoutRate: [],
    });
  });

  it('adds up the lines where the platform tells no total', async () => {
    const desk = await deskWith();
    await desk.app.call('stock.saveRates', RATES);
    const margin = await marginOf(desk, { number: 1, wants: { MUG: 3 }, facts: { total: null } });
    expect(margin).toMatchObject({ paidMinor: 15_000, feesMinor: null, areFeesEstimated: false, goodsMinor: 30_000 });
  });

  it('is not known without a rate or a cost, and says which rate is missing', async () => {
    const desk = await deskWith();
    expect(await marginOf(desk, { number: 1, wants: { MUG: 1 }, facts: { total: ROUBLES(900) } })).toMatchObject({
      goodsMinor: null,
      marginMinor: null,
      withoutRate: ['RUB'],
    });
    expect(await desk.app.call('stock.rates', {})).toEqual({ base: 'CNY', rates: {}, atMs: null, wanted: ['RUB'] });
    await desk.app.call('stock.saveRates', RATES);
    expect((await desk.app.call('stock.rates', {})).wanted).toEqual([]);
    const other = { number: 2, wants: { MUG: 1, SOCKS: 1 }, facts: { total: ROUBLES(900) } };
    expect(await marginOf(desk, other)).toMatchObject({ paidMinor: 900, goodsMinor: null, marginMinor: null });
  });
});

describe('the usual share of a platform', () => {
  it('is kept by shop, and taken back', async () => {
    const desk = await deskWith();
    const percents = async () => (await desk.app.call('stock.fees', {})).shops.map((shop) => shop.percent);
    expect(await percents()).toEqual([null]);
    await desk.app.call('stock.saveFees', { shopId: SHOP_ID, percent: 12.5 });
    expect(await percents()).toEqual([12.5]);
    await desk.app.call('stock.saveFees', { shopId: SHOP_ID, percent: null });
    expect(await percents()).toEqual([null]);
    expect(await desk.app.ask('stock.saveFees', { shopId: 'nobody', percent: 1 })).toMatchObject({ code: 'not-found' });
  });

  it('and rates that cannot be read are none, and can be set again', async () => {
    const desk = await deskWith();
    await desk.app.store.write(async (tx) => {
      await tx.saveSetting('rates', '{"base":7}');
      await tx.saveSetting('shop-fees', 'no json');
    });
    expect((await desk.app.call('stock.rates', {})).base).toBe('CNY');
    await desk.app.call('stock.saveFees', { shopId: SHOP_ID, percent: 5 });
    await desk.app.call('stock.saveRates', RATES);
    expect(await desk.app.call('stock.rates', {})).toMatchObject({ ...RATES, atMs: expect.any(Number) as number });
  });
});

describe('a floor price in another currency', () => {
  it('is compared by the seller’s rate, and again when she changes it', async () => {
    // A piece is sold for 50 roubles.
    const desk = await deskWith(600);
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    expect(await desk.laneOf(1)).toBe('new');
    await desk.app.call('stock.saveRates', RATES);
    expect([await desk.laneOf(1), await desk.checksOf(1)]).toEqual(['problem', ['price-low']]);
    const [check] = (await desk.app.call('orders.get', { id: await desk.idOf(1) })).checks;
    expect(check?.params).toEqual({ sku: 'MUG', price: '50.00', floor: '60.00', currency: 'RUB' });
    await desk.app.call('stock.saveRates', { base: 'CNY', rates: { RUB: 0.2 } });
    expect([await desk.laneOf(1), await desk.checksOf(1)]).toEqual(['new', []]);
  });

  it('leaves alone what the seller has accepted', async () => {
    const desk = await deskWith(600);
    await desk.app.call('stock.saveRates', RATES);
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    await desk.app.call('orders.acceptCheck', { id: await desk.idOf(1), check: 'price-low' });
    expect([await desk.laneOf(1), await desk.checksOf(1)]).toEqual(['new', ['price-low']]);
  });
});
