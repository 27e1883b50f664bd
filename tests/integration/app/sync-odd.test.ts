import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import type { OzonPosting } from '../../../src-main/demo/ozon/posting.ts';
import { findCard, startDesk, synced, type Desk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { TEST_STORE_KEY } from '../../support/test-ports.ts';

const HOUR_MS = 3_600_000;

async function shopView({ app }: Desk) {
  const [shop] = (await app.call('shops.list', {})).shops;
  if (shop === undefined) throw new Error('no shop');
  return shop;
}

/** Puts a posting into the books that the documents do not allow. */
function addOdd({ ozon }: Desk, change: Partial<OzonPosting>): string {
  const number = ozon.add('aggregator');
  const odd = { ...ozon.book(number), ...change };
  ozon.simulator.addPosting(odd);
  return odd.postingNumber;
}

describe('an odd order', () => {
  it('is kept raw and counted, and takes nobody with it', async () => {
    const desk = await startDesk();
    const good = desk.ozon.add('aggregator');
    addOdd(desk, { postingNumber: '', orderNumber: 'nameless' });
    const last = desk.ozon.add('ozon');
    expect(await synced(desk.app)).toBeNull();
    expect((await shopView(desk)).oddOrderCount).toBe(1);
    const [odd] = await desk.app.store.read.oddOrders(desk.shopId);
    expect(odd?.raw).toContain('nameless');
    expect(await findCard(desk.app, good)).toBeDefined();
    expect(await findCard(desk.app, last)).toBeDefined();
  });

  it('is also one whose stored row cannot be read: its page comes in all the same', async () => {
    const desk = await startDesk();
    const { app, ozon } = desk;
    const broken = (await desk.newOrder('aggregator')).remoteId;
    const neighbour = (await desk.newOrder('aggregator')).remoteId;
    await app.restart(async () => {
      const database = openDatabase({ file: app.file, key: TEST_STORE_KEY, mustExist: true });
      database.prepare(`UPDATE order_header SET facts = '{"not":"facts"}' WHERE remote_id = ?`).run(broken);
      database.close();
    });
    const fresh = ozon.add('aggregator');
    ozon.simulator.cancelByBuyer(neighbour);
    expect(await synced(app)).toBeNull();
    expect(await findCard(app, fresh)).toBeDefined();
    expect((await findCard(app, neighbour))?.lane).toBeNull();
    expect((await shopView(desk)).oddOrderCount).toBe(1);
    expect((await app.store.read.oddOrders(desk.shopId))[0]).toMatchObject({
      remoteId: broken,
      reason: 'stored-row-unreadable',
    });
    const orders = await app.store.read.openRemoteIds(desk.shopId);
    expect(orders.filter((remoteId) => remoteId === broken)).toHaveLength(1);
  });
});

describe('the reconcile', () => {
  it('finds an order that the pull missed and one that moved on unseen', async () => {
    const desk = await startDesk();
    const { app, ozon } = desk;
    const moved = await desk.newOrder('aggregator');
    const [before] = await app.store.read.orders([moved.orderId as OrderId]);
    ozon.simulator.cancelByBuyer(moved.remoteId);
    app.clock.jump(2 * HOUR_MS);
    await synced(app);
    expect((await findCard(app, moved.remoteId))?.lane).toBeNull();
    // As if that change had never come, nor a posting that the platform books late under an old time.
    await app.store.write((tx) => tx.saveOrder(before!));
    const longAgoMs = app.clock.nowMs() - HOUR_MS;
    const late = {
      ...ozon.book(moved.remoteId),
      status: 'awaiting_packaging',
      inProcessAtMs: longAgoMs,
      statusChangedAtMs: longAgoMs,
    };
    ozon.simulator.addPosting({ ...late, postingNumber: '77-0001-1', orderNumber: '77-0001', cancellation: null });
    await synced(app);
    expect(await findCard(app, '77-0001-1')).toBeUndefined();
    expect((await findCard(app, moved.remoteId))?.lane).toBe('new');
    await app.store.write(async (tx) => {
      const [shop] = await tx.shops();
      if (shop !== undefined) await tx.saveShop({ ...shop, lastReconcileMs: null });
    });
    await synced(app);
    await waitUntil('the comparison', async () => (await app.store.read.shop(desk.shopId))?.lastReconcileMs !== null);
    expect((await findCard(app, '77-0001-1'))?.lane).toBe('new');
    expect((await findCard(app, moved.remoteId))?.lane).toBeNull();
    expect(app.log.lines.findLast((line) => line.event === 'reconciled')?.fields).toMatchObject({
      missing: 1,
      stale: 1,
    });
    const { report } = await app.call('shops.reconcileReport', { id: desk.shopId });
    expect(report?.differences).toMatchObject([
      { kind: 'missing', remoteId: '77-0001-1', before: null, after: 'to-confirm' },
      { kind: 'stale', remoteId: moved.remoteId, orderId: moved.orderId, before: 'to-confirm', after: 'cancelled' },
    ]);
  });
});
