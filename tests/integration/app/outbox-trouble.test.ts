import { onTestFinished, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../src-main/demo/ozon/faults.ts';
import { pngLabel } from '../../support/label-files.ts';
import { cardNow, effectOf, findCard, isDone, startDesk, synced } from '../../support/test-desk.ts';
import { startPlatform } from '../../support/test-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

const SHIP = '/v4/posting/fbs/ship';

describe('the outbox', () => {
  const passing: readonly (readonly [string, Partial<FaultRule>, string])[] = [
    ['500', { kind: 'error-500', count: 2 }, 'http-500'],
    ['HTML from the front', { kind: 'html-502', count: 2 }, 'http-502'],
    ['429', { kind: 'rate-limit', count: 2, retryAfterSeconds: 5 }, 'rate-limited'],
    ['an open breaker', { kind: 'circle-open', count: 1 }, 'circuit-open'],
    ['a truncated answer', { kind: 'truncated-json', count: 1 }, 'unexpected-answer'],
  ];
  it.each(passing)('goes on after %s, with one effect in the end', async (_name, rule, code) => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const { orderId, remoteId } = await newOrder('aggregator');
    ozon.simulator.faults.add({ path: SHIP, ...rule } as FaultRule);
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    const stopped = await effectOf(app, orderId, 'confirm', (effect) => effect.code !== null);
    expect(stopped.code).toBe(code);
    // The breaker asks for minutes.
    if (code === 'circuit-open') app.clock.jump(200_000);
    await effectOf(app, orderId, 'confirm', isDone);
    expect(ozon.simulator.faults.list()).toEqual([]);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(1);
  });

  it('keeps all of a shop whose key is wrong, shows it, and sends it at once when the key is mended', async () => {
    const { app, ozon, shopId, newOrder } = await startDesk({ undoWindowMs: 0 });
    const cards = [await newOrder('aggregator'), await newOrder('ozon'), await newOrder('3pl_tracking')];
    await app.store.write(async (tx) => {
      const shop = await tx.shop(shopId);
      if (shop !== null) await tx.saveShop({ ...shop, settings: { ...shop.settings, apiKey: 'revoked-key' } });
    });
    expect(await synced(app)).toBe('wrong-key');
    expect((await app.call('shops.list', {})).shops).toMatchObject([{ lastFault: 'wrong-key' }]);
    await app.call('board.move', { ids: cards.map((card) => card.orderId), lane: 'to-ship' });
    for (const card of cards.slice(0, 1))
      await effectOf(app, card.orderId, 'confirm', (effect) => effect.code === 'wrong-key');
    expect((await app.call('outbox.list', {})).effects.map((effect) => effect.state)).toEqual([
      'queued',
      'queued',
      'queued',
    ]);
    const mended = await app.call('shops.connect', { platform: 'ozon', name: '', settings: { ...ozon.settings } });
    expect(mended).toMatchObject({ shopId, check: { ok: true } });
    for (const card of cards) await effectOf(app, card.orderId, 'confirm', isDone);
    expect(cards.map((card) => ozon.book(card.remoteId).effects.shipCalls)).toEqual([1, 1, 1]);
    expect(await synced(app)).toBeNull();
  });

  it('keeps what the platform refuses until the seller retries it or does it by hand', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const { orderId, remoteId } = await newOrder('3pl_tracking');
    await app.call('orders.attachLabel', { id: orderId, fileName: 'x.png', base64: await pngLabel('LX481203775CN') });
    ozon.simulator.faults.add({ kind: 'partial-failure', path: '/v2/fbs/posting/tracking-number/set', count: 2 });
    await app.call('printing.print', { ids: [orderId] });
    const isGivenUp = (effect: { readonly state: string }) => effect.state === 'gave-up';
    const { id, code } = await effectOf(app, orderId, 'push-tracking', isGivenUp);
    expect(code).toBe('INTERNAL_ERROR');
    expect((await cardNow(app, orderId)).step).toEqual({ step: 'push-failed', code: 'INTERNAL_ERROR' });
    // What follows in the same order waits behind it.
    await app.call('board.move', { ids: [orderId], lane: 'in-transit' });
    await app.call('outbox.retry', { id });
    await waitUntil('the second refusal', async () => ozon.simulator.faults.list().length === 0);
    await effectOf(app, orderId, 'push-tracking', isGivenUp);
    expect(ozon.book(remoteId).effects).toMatchObject({ trackingSets: [], delivering: 0 });
    await app.call('outbox.retry', { id });
    await effectOf(app, orderId, 'push-in-transit', isDone);
    expect(ozon.book(remoteId).effects).toMatchObject({ trackingSets: ['LX481203775CN'], delivering: 1 });
    expect(await app.ask('outbox.retry', { id })).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('settles by hand without sending', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const { orderId, remoteId } = await newOrder('aggregator');
    ozon.simulator.cancelByBuyer(remoteId);
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    const { id } = await effectOf(app, orderId, 'confirm', (effect) => effect.state === 'gave-up');
    await app.call('outbox.doneByHand', { id });
    expect((await app.call('outbox.list', {})).effects).toEqual([]);
    expect((await cardNow(app, orderId)).step).toBeNull();
    expect(ozon.book(remoteId).effects.shipCalls).toBe(0);
  });

  it('survives a fault of our own in the middle of a push: the row is asked about', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const { orderId, remoteId } = await newOrder('aggregator');
    const write = app.store.write.bind(app.store);
    let isBroken = true;
    app.store.write = (work) =>
      write(async (tx) => {
        const value = await work(tx);
        const rows = isBroken ? await tx.effectsOfOrder(orderId as never) : [];
        if (rows.some((row) => row.state === 'unconfirmed')) {
          isBroken = false;
          throw new Error('disk full');
        }
        return value;
      });
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    await effectOf(app, orderId, 'confirm', isDone);
    expect(isBroken).toBe(false);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(1);
  });
});

describe('two shops', () => {
  it('do not wait for each other', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const other = await startPlatform(app.clock, 0, '777');
    onTestFinished(() => other.stop());
    await app.call('shops.connect', { platform: 'ozon', name: 'other', settings: { ...other.settings } });
    const number = other.add('aggregator');
    await app.call('shops.syncNow', {});
    const theirs = await waitUntil('the other order', async () => (await findCard(app, number)) ?? null);
    const stuck = [await newOrder('aggregator'), await newOrder('aggregator')];
    ozon.simulator.faults.add({ kind: 'rate-limit', path: '/v4/*', retryAfterSeconds: 3_600 });
    await app.call('board.move', { ids: stuck.map((card) => card.orderId), lane: 'to-ship' });
    await effectOf(app, stuck[0]?.orderId ?? '', 'confirm', (effect) => effect.code === 'rate-limited');
    const begunMs = app.clock.nowMs();
    await app.call('board.move', { ids: [theirs.orderId], lane: 'to-ship' });
    await effectOf(app, theirs.orderId, 'confirm', isDone);
    // Pushed, packed and seen to be packed: seconds, although the other shop is shut for an hour.
    expect(app.clock.nowMs() - begunMs).toBeLessThan(30_000);
    const faults = (await app.call('shops.list', {})).shops.map((shop) => [shop.name, shop.lastFault]);
    expect(faults).toContainEqual(['other', null]);
    expect(stuck.map((card) => ozon.book(card.remoteId).effects.shipCalls)).toEqual([0, 0]);
  });
});
