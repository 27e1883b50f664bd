import { describe, expect, it } from 'vitest';
import type { EffectRow } from '../../../src-main/app/ports/store-outbox.ts';
import type { CommandId, EffectId, OrderId, ParcelId } from '../../../src-main/core/shared/ids.ts';
import type { PlatformId } from '../../../src-main/core/shared/platform.ts';
import { carrierLabel } from '../../e2e/support/label-pdf.ts';
import { board, fileShop, sampleWith, shipRows, takeIn } from '../../support/order-file-desk.ts';
import { SAMPLES } from '../../support/order-file-samples.ts';
import { inLane, startDesk, type Desk } from '../../support/test-desk.ts';

const NUMBER = '680405450931';

/** An order out of a file, with a number, printed: the number waits for its file. */
async function shippedOrder(desk: Desk, platform: PlatformId, carrier: string | null, shopId?: string) {
  const { app } = desk;
  const shop = shopId ?? (await fileShop(app, platform));
  await takeIn(app, shop, SAMPLES[platform]);
  const lanes = await board(app);
  const number = Object.values(lanes).flat()[0] ?? '';
  const [card] = (await app.call('board.search', { query: number, limit: 1 })).cards;
  const orderId = card!.orderId;
  await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
  await app.call('orders.assignTracking', { id: orderId, trackingNumber: NUMBER, carrier, parcel: 1, items: null });
  const file = (await carrierLabel('ORDER')).toString('base64');
  await app.call('orders.attachLabel', { id: orderId, fileName: 'label.pdf', base64: file });
  await app.call('printing.print', { ids: [orderId] });
  await inLane(app, orderId, 'labelled');
  return { shopId: shop, orderId };
}

const effectsOf = async ({ app }: Desk, id: string) =>
  (await app.call('orders.get', { id })).effects.map(({ kind, state, code }) => [kind, state, code]);

describe('a number of a shop without API', () => {
  it('waits for its file, goes out in it, comes back when the file is refused', async () => {
    const desk = await startDesk();
    const { app } = desk;
    const { shopId, orderId } = await shippedOrder(desk, 'coupang', 'CJGLS');
    const { carriers } = await app.call('orders.carriers', { id: orderId, trackingNumber: NUMBER });
    expect(carriers[0]).toMatchObject({ code: 'CJGLS', name: 'CJ 대한통운' });
    await expect.poll(async () => (await app.call('files.exports', { shopId })).waiting, { timeout: 10_000 }).toBe(1);
    expect(await app.call('files.exports', { shopId })).toEqual({
      waiting: 1,
      formats: [{ format: 'coupang-delivery-list', extension: 'xlsx' }],
      last: null,
    });
    // The outbox leaves it alone, however long it waits.
    app.clock.jump(3_600_000);
    expect(await effectsOf(desk, orderId)).toEqual([['push-tracking', 'queued', null]]);

    const format = 'coupang-delivery-list';
    const made = await app.call('files.export', { shopId, format, again: null });
    expect(made).toMatchObject({
      count: 1,
      faults: [],
      fileName: expect.stringMatching(/^coupang-delivery-list-\d{8}-\d{4}\.xlsx$/),
    });
    const wanted = SAMPLES.coupang[1]!.map((cell, at) => (at === 3 ? 'CJ 대한통운' : at === 4 ? NUMBER : cell));
    expect(await shipRows(made.base64)).toEqual([SAMPLES.coupang[0], wanted]);
    expect(await effectsOf(desk, orderId)).toEqual([['push-tracking', 'by-hand', 'exported']]);
    expect(await app.call('files.exports', { shopId })).toMatchObject({
      waiting: 0,
      last: { exportId: made.exportId, count: 1 },
    });
    expect(await app.ask('files.export', { shopId, format, again: null })).toMatchObject({
      code: 'refused',
      params: { code: 'nothing-waiting' },
    });

    const again = await app.call('files.export', { shopId, format, again: made.exportId });
    expect(again).toMatchObject({ exportId: made.exportId, count: 1, fileName: made.fileName });
    expect(await shipRows(again.base64)).toEqual(await shipRows(made.base64));
    expect(await app.call('files.undoExport', { exportId: made.exportId })).toEqual({ count: 1 });
    expect(await effectsOf(desk, orderId)).toEqual([['push-tracking', 'queued', null]]);
    expect(await app.call('files.exports', { shopId })).toMatchObject({ waiting: 1, last: null });
    expect(await app.ask('files.undoExport', { exportId: made.exportId })).toMatchObject({ code: 'not-found' });

    await app.restart();
    expect(await app.call('files.export', { shopId, format, again: null })).toMatchObject({ count: 1 });
    expect(await app.ask('files.export', { shopId, format: 'nonsense', again: null })).toMatchObject({
      code: 'not-found',
    });
  });

  it('without a carrier stays, and says so', async () => {
    const desk = await startDesk();
    const { app } = desk;
    const { shopId, orderId } = await shippedOrder(desk, 'amazon', null);
    await expect.poll(async () => (await app.call('files.exports', { shopId })).waiting, { timeout: 10_000 }).toBe(1);
    const format = 'amazon-shipping-confirmation';
    expect(await app.ask('files.export', { shopId, format, again: null })).toMatchObject({
      code: 'refused',
      params: { code: 'carrier-missing' },
    });
    await app.call('orders.assignTracking', {
      id: orderId,
      trackingNumber: NUMBER,
      carrier: 'Yun Express',
      parcel: 1,
      items: null,
    });
    const rowsOf = async () => {
      const made = await app.ask('files.export', { shopId, format, again: null });
      return made.ok ? (await shipRows(made.value.base64)).slice(1) : made.params['code'];
    };
    // The correction has an undo window of its own.
    await expect
      .poll(rowsOf, { timeout: 10_000 })
      .toEqual([
        expect.arrayContaining(['114-0000001-0000001', '12345678901234', '2', 'Yun Express', NUMBER]),
        expect.arrayContaining(['114-0000001-0000001', '12345678901235', '1', 'Yun Express', NUMBER]),
      ]);
    const states = (await effectsOf(desk, orderId)).map(([, state]) => state);
    expect(states).not.toContain('queued');
  });
});

it('a number that the API refused goes out by file, and is refused again when the file is taken back', async () => {
  const desk = await startDesk();
  const { app, shopId } = desk;
  const { orderId } = await desk.newOrder('3pl_tracking');
  const [row] = await queuedNumber(desk, orderId);
  await app.store.write((tx) =>
    tx.saveEffect({ ...row!, state: 'gave-up', lastCode: 'rejected-there', settledAtMs: 1 }),
  );
  expect(await app.call('files.exports', { shopId })).toMatchObject({ waiting: 1 });
  const made = await app.call('files.export', { shopId, format: 'ozon-tracking-numbers', again: null });
  const { remoteId } = (await app.store.read.order(row!.orderId!))!.facts;
  expect(await shipRows(made.base64)).toEqual([
    ['Номер отправления', 'Трек-номер'],
    [remoteId, 'LX481203775CN'],
  ]);
  expect(await app.call('files.exports', { shopId })).toMatchObject({ waiting: 0 });
  await app.call('files.undoExport', { exportId: made.exportId });
  expect(await app.store.read.effect(row!.id)).toMatchObject({ state: 'gave-up', lastCode: 'rejected-there' });
});

it('a number of an order that was cancelled meanwhile does not spoil the file', async () => {
  const desk = await startDesk();
  const { app } = desk;
  const { shopId, orderId } = await shippedOrder(desk, 'taobao', 'ZTO');
  await expect.poll(async () => (await app.call('files.exports', { shopId })).waiting, { timeout: 10_000 }).toBe(1);
  await takeIn(app, shopId, sampleWith('taobao', { 订单状态: '交易关闭', 订单关闭原因: '退款' }));
  const ask = () => app.ask('files.export', { shopId, format: 'taobao-bulk-ship', again: null });
  expect(await ask()).toMatchObject({ code: 'refused', params: { code: 'nothing-waiting' } });
  expect(await effectsOf(desk, orderId)).toEqual([['push-tracking', 'undone', 'order-cancelled']]);
  expect((await app.call('files.exports', { shopId })).waiting).toBe(0);
});

/** A number in the outbox whose time has not come, so that the worker is not at it. */
async function queuedNumber({ app, shopId }: Desk, orderId: string): Promise<EffectRow[]> {
  const order = (await app.store.read.order(orderId as OrderId))!;
  const id = 'effect-by-hand' as EffectId;
  await app.store.write((tx) =>
    tx.addEffects([
      {
        id,
        shopId,
        orderId: order.id,
        commandId: 'command' as CommandId,
        key: id,
        effect: {
          kind: 'push-tracking',
          remoteId: order.facts.remoteId,
          parcelId: `${order.id}:1` as ParcelId,
          trackingNumber: 'LX481203775CN',
          carrier: null,
          items: null,
          isLast: true,
          replaces: null,
        },
        state: 'queued',
        attempts: 0,
        createdAtMs: app.clock.nowMs(),
        dueAtMs: app.clock.nowMs() + 3_600_000,
        startedAtMs: null,
        settledAtMs: null,
        lastCode: null,
      },
    ]),
  );
  return app.store.read.effectsOfOrder(order.id);
}

it('a file that says the platform has the number is believed, and leaves the printed parcel on the desk', async () => {
  const desk = await startDesk();
  const { app } = desk;
  const { shopId, orderId } = await shippedOrder(desk, 'taobao', 'ZTO');
  const shipped = sampleWith('taobao', {
    订单状态: '卖家已发货，等待买家确认',
    物流单号: NUMBER,
    物流公司: '中通快递',
  });
  await takeIn(app, shopId, shipped);
  expect(await board(app)).toEqual({ labelled: ['3719055060544802021'] });
  expect((await app.call('orders.get', { id: orderId })).remoteParcels).toMatchObject([{ trackingNumber: NUMBER }]);
});
