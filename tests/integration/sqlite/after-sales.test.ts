import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AfterSaleFilter } from '../../../src-main/app/ports/store-after-sales.ts';
import { plainRows } from './look-inside.ts';
import { caseIdOf, sampleCase } from './sample-cases.ts';
import { orderIdOf, sampleOrder, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
});
afterEach(() => temp.remove());

const all = { orderId: null, shopId: null, isOpenOnly: false };

describe('cases', () => {
  it('are read back as they were, and replaced by the next report', async () => {
    const row = sampleCase(1, { orderId: orderIdOf(1) }, { rating: 4, dueAtMs: START_MS, trackingNumber: 'RR1' });
    await temp.store.write((tx) => tx.saveAfterSale(row, '{"digits":12345678901234567890}'));
    expect(await temp.store.read.afterSale(row.id)).toEqual(row);
    expect(await temp.store.read.afterSaleByRemote(SHOP_ID, 'return', 'R-1')).toEqual(row);
    expect(await temp.store.read.afterSaleByRemote(SHOP_ID, 'refund', 'R-1')).toBeNull();
    const moved = sampleCase(1, { orderId: orderIdOf(1) }, { stage: 'closed' });
    await temp.store.write((tx) => tx.saveAfterSale(moved, '{}'));
    expect(await temp.store.read.afterSales(all, 0, 10)).toEqual([moved]);
  });

  it('keep one row a kind and number in a shop', async () => {
    await temp.store.write((tx) => tx.saveAfterSale(sampleCase(1), '{}'));
    const twin = sampleCase(2, {}, { remoteId: 'R-1' });
    await expect(temp.store.write((tx) => tx.saveAfterSale(twin, '{}'))).rejects.toThrow();
  });

  it('come due first, then the newest; closed ones wait for nobody', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveAfterSale(sampleCase(1), '{}');
      await tx.saveAfterSale(sampleCase(2, { orderId: orderIdOf(1) }, { dueAtMs: START_MS + 2_000 }), '{}');
      await tx.saveAfterSale(sampleCase(3, {}, { dueAtMs: START_MS + 1_000 }), '{}');
      await tx.saveAfterSale(sampleCase(4, {}, { dueAtMs: START_MS, stage: 'closed' }), '{}');
      await tx.saveAfterSale(sampleCase(5, {}, { stage: 'unknown' }), '{}');
    });
    const ids = async (filter: Partial<AfterSaleFilter>, offset = 0, limit = 10) =>
      (await temp.store.read.afterSales({ ...all, ...filter }, offset, limit)).map((row) => row.id);
    expect(await ids({})).toEqual([3, 2, 5, 4, 1].map(caseIdOf));
    expect(await ids({ isOpenOnly: true })).toEqual([3, 2, 5, 1].map(caseIdOf));
    expect(await ids({ isOpenOnly: true }, 1, 2)).toEqual([2, 5].map(caseIdOf));
    expect(await ids({ orderId: orderIdOf(1) })).toEqual([caseIdOf(2)]);
    expect(await temp.store.read.afterSaleCount({ ...all, shopId: SHOP_ID, isOpenOnly: true })).toBe(4);
  });

  it('find their order later, and go with it', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveAfterSale(sampleCase(1), '{}');
      await tx.saveAfterSale(sampleCase(2, {}, { orderRemoteId: sampleOrder(1).facts.remoteId }), '{}');
    });
    const unlinked = await temp.store.read.unlinkedAfterSales(SHOP_ID, 10);
    expect(unlinked.map((row) => row.id)).toEqual([caseIdOf(2)]);
    await temp.store.write((tx) => tx.linkAfterSale(caseIdOf(2), orderIdOf(1)));
    expect(await temp.store.read.unlinkedAfterSales(SHOP_ID, 10)).toEqual([]);
    expect((await temp.store.read.afterSale(caseIdOf(2)))?.orderId).toBe(orderIdOf(1));
  });

  it('lead from their number, or the parcel that comes back, to the order', async () => {
    const row = sampleCase(1, { orderId: orderIdOf(1) }, { trackingNumber: 'rr 987 654' });
    await temp.store.write((tx) => tx.saveAfterSale(row, '{}'));
    for (const code of ['R-1', 'r-1', 'RR987654']) {
      expect(await temp.store.read.ordersByCode(code)).toEqual([orderIdOf(1)]);
      expect((await temp.store.read.search(code, 5)).map((hit) => hit.orderId)).toEqual([orderIdOf(1)]);
    }
  });

  it('keep the platform’s own text compressed', async () => {
    const raw = JSON.stringify({ text: 'a'.repeat(5_000) });
    await temp.store.write((tx) => tx.saveAfterSale(sampleCase(1), raw));
    const [row] = (await plainRows(temp, 'SELECT length(raw) AS bytes FROM after_sale')) as { bytes: number }[];
    expect(row!.bytes).toBeLessThan(200);
  });
});

describe('a parcel that only the platform knows', () => {
  it('is found by its number', async () => {
    const remoteParcels = [{ trackingNumber: 'YT2026112200001', carrier: 'YT', shippedAtMs: null, items: null }];
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(2, { facts: { remoteParcels } })));
    expect(await temp.store.read.ordersByCode('yt2026112200001')).toEqual([orderIdOf(2)]);
    expect((await temp.store.read.search('200001', 5)).map((hit) => hit.orderId)).toEqual([orderIdOf(2)]);
  });
});
