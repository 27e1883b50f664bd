import { describe, expect, it } from 'vitest';
import { ingestCases } from '../../../src-main/app/sync/ingest-cases.ts';
import { randomIds } from '../../../src-main/adapters/system/random-ids.ts';
import { DEFAULT_PREFERENCES } from '../../../src-main/app/ports/preferences.ts';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import { laneOf } from '../../../src-main/core/order/lane-of.ts';
import { parcelId } from '../../../src-main/core/order/parcel-id.ts';
import { delivered, reportOf, startReportingShop, type ReportingShop } from '../../support/reporting-shop.ts';
import { snapshotOf } from '../../support/scripted-platform.ts';
import { memoryPreferences } from '../../support/test-ports.ts';

const HOUR_MS = 3_600_000;
const HANDED_OVER = {
  items: null,
  trackingNumber: 'RB123456785CN',
  carrier: null,
  labelId: null,
  labelledAtMs: 1,
  labelledFor: null,
  handedOverAtMs: 2,
};
const LIST = { isOpen: true, shopId: null, offset: 0, limit: 50 };

const open = async ({ app }: ReportingShop) => (await app.call('cases.list', LIST)).cases;
const ended = async ({ app }: ReportingShop) => (await app.call('cases.list', { ...LIST, isOpen: false })).cases;

/** A shop with one delivered order, about which a return is reported. */
async function withReturn(change: Partial<AfterSale> = {}) {
  const shop = await startReportingShop(delivered(1));
  shop.reports(reportOf(1, change));
  await shop.sync();
  return shop;
}

describe('what a platform reports', () => {
  it('opens a case of the order, with its clock, told in the timeline', async () => {
    const dueAtMs = Date.parse('2026-11-25T09:00:00Z');
    const shop = await withReturn({ dueAtMs });
    const order = await shop.order(1);
    expect(laneOf(order)).toBe('after-sales');
    const [report] = (
      await shop.app.call('afterSales.list', { orderId: order.id, shopId: null, isOpenOnly: true, offset: 0, limit: 5 })
    ).cases;
    expect(await open(shop)).toMatchObject([
      {
        orderId: order.id,
        remoteId: order.facts.remoteId,
        shopName: '小店',
        case: { kind: 'return', dueAtMs, afterSaleId: report?.id, closedAtMs: null, outcome: null },
      },
    ]);
    const told = (await shop.app.store.read.journal(order.id)).filter(({ body }) => body.kind !== 'pulled');
    expect(told.map(({ actor, body }) => [actor, body.kind === 'work' ? body.event.kind : body.kind])).toEqual([
      ['platform', 'case-reported'],
      ['platform', 'case-opened'],
    ]);
  });

  it('opens it once, however often it is said', async () => {
    const shop = await withReturn();
    shop.reports(reportOf(1), reportOf(1, { rawStatus: 'MovingToSeller', updatedAtMs: 5 }));
    await shop.sync();
    shop.reports(reportOf(1));
    await shop.sync();
    expect(await open(shop)).toHaveLength(1);
    expect(await ended(shop)).toEqual([]);
  });

  it('ends the case when the platform does, and the order goes back to its lane', async () => {
    const shop = await withReturn();
    shop.reports(reportOf(1, { stage: 'closed' }));
    await shop.sync();
    expect(await open(shop)).toEqual([]);
    expect(await ended(shop)).toMatchObject([{ case: { outcome: 'by-platform', closedAtMs: expect.any(Number) } }]);
    expect(laneOf(await shop.order(1))).toBe('delivered');
  });

  it('moves the clock of the case', async () => {
    const shop = await withReturn();
    shop.reports(reportOf(1, { dueAtMs: 5 * HOUR_MS }));
    await shop.sync();
    expect((await open(shop)).map((entry) => entry.case.dueAtMs)).toEqual([5 * HOUR_MS]);
  });

  it('turns the case when the buyer wants something else under the same number', async () => {
    const shop = await withReturn({ kind: 'refund' });
    shop.reports(reportOf(1, { kind: 'return' }));
    await shop.sync();
    expect((await open(shop)).map((entry) => entry.case.kind)).toEqual(['return']);
    const filter = { orderId: null, shopId: null, isOpenOnly: false, offset: 0, limit: 5 };
    expect((await shop.app.call('afterSales.list', filter)).cases.map((report) => report.kind)).toEqual(['return']);
  });

  it('keeps apart what shares a number by chance', async () => {
    const shop = await withReturn({ kind: 'refund' });
    shop.reports(reportOf(1, { kind: 'exchange', openedAtMs: 5 }));
    await shop.sync();
    expect((await open(shop)).map((entry) => entry.case.kind).toSorted()).toEqual(['exchange', 'refund']);
  });

  it('leaves a case ended that the seller ended, until the platform takes it up again', async () => {
    const shop = await withReturn();
    const [entry] = await open(shop);
    const { results } = await shop.app.call('cases.close', {
      orderId: entry!.orderId,
      caseId: entry!.case.id,
      outcome: 'explained',
    });
    expect(results).toMatchObject([{ ok: true }]);
    shop.reports(reportOf(1, { stage: 'wait-platform' }));
    await shop.sync();
    expect(await open(shop)).toEqual([]);
    shop.reports(reportOf(1, { stage: 'closed' }));
    await shop.sync();
    shop.reports(reportOf(1, { stage: 'wait-seller' }));
    await shop.sync();
    expect(await open(shop)).toHaveLength(1);
    expect(await ended(shop)).toMatchObject([{ case: { outcome: 'explained' } }]);
  });

  it('of words alone opens nothing', async () => {
    const shop = await startReportingShop(delivered(1));
    shop.reports(
      ...(['inquiry', 'review', 'message', 'cancel-request'] as const).map((kind, index) =>
        reportOf(index + 1, { kind }, 1),
      ),
    );
    await shop.sync();
    expect(await open(shop)).toEqual([]);
    expect(laneOf(await shop.order(1))).toBe('delivered');
  });

  it('of an order that nobody knows breaks nothing, and finds it when it comes', async () => {
    const shop = await startReportingShop();
    shop.reports(reportOf(1), reportOf(2, { stage: 'closed' }), reportOf(3, { orderRemoteId: null }));
    await shop.sync();
    expect(await open(shop)).toEqual([]);
    shop.orders(delivered(1), delivered(2));
    await shop.sync();
    await shop.sync();
    expect((await open(shop)).map((entry) => entry.orderId)).toEqual([(await shop.order(1)).id]);
    expect(await ended(shop)).toEqual([]);
  });
});

describe('a report about an order that is still to ship', () => {
  it('waits until it has left', async () => {
    const shop = await startReportingShop(snapshotOf(1));
    shop.reports(reportOf(1));
    await shop.sync();
    expect(await open(shop)).toEqual([]);
    shop.orders(snapshotOf(1, { stage: 'in-transit' }));
    await shop.sync();
    expect(await open(shop)).toMatchObject([{ case: { kind: 'return' } }]);
    await shop.sync();
    expect(await open(shop)).toHaveLength(1);
  });

  it('is looked at again after the seller handed it over, without a word of the platform', async () => {
    const shop = await startReportingShop(snapshotOf(1));
    shop.reports(reportOf(1));
    await shop.sync();
    const order = await shop.order(1);
    const parcel = { ...order.work, parcels: [{ ...HANDED_OVER, id: parcelId(order.id, 1) }] };
    await shop.app.store.write((tx) => tx.saveOrder({ ...order, work: parcel }));
    await shop.sync();
    expect(await open(shop)).toMatchObject([{ orderId: order.id, case: { kind: 'return' } }]);
  });
});

describe('report and case', () => {
  const tools = {
    clock: { nowMs: () => 1_000, after: () => () => undefined },
    ids: randomIds,
    preferences: memoryPreferences(DEFAULT_PREFERENCES),
  };

  it('are kept together or not at all', async () => {
    const { app, shopId, order } = await startReportingShop(delivered(1));
    const ingest = (isKilled: boolean) =>
      app.store.write(async (tx) => {
        await ingestCases(tools, tx, shopId, [{ afterSale: reportOf(1), raw: '{}', warnings: [] }]);
        if (isKilled) throw new Error('killed');
      });
    await expect(ingest(true)).rejects.toThrow('killed');
    expect((await order(1)).work.cases).toEqual([]);
    expect(await app.store.read.afterSaleByRemote(shopId, 'return', 'R-1')).toBeNull();
    await ingest(false);
    await ingest(false);
    expect((await order(1)).work.cases).toHaveLength(1);
    expect(await app.store.read.orderCaseCount({ isOpen: true, shopId })).toBe(1);
  });
});
