import { onTestFinished, describe, expect, it } from 'vitest';
import { startTestApp } from '../../support/test-app.ts';
import { startDesk, synced } from '../../support/test-desk.ts';
import { startPlatform } from '../../support/test-platform.ts';

describe('connecting a shop', () => {
  it('keeps nothing until the platform has let us in, and names what is wrong', async () => {
    const app = await startTestApp();
    const ozon = await startPlatform(app.clock);
    onTestFinished(() => ozon.stop());
    const connect = (change: Record<string, string>) =>
      app.call('shops.connect', { platform: 'ozon', name: '', settings: { ...ozon.settings, ...change } });
    expect(await connect({ apiKey: 'not-the-key' })).toMatchObject({
      shopId: null,
      check: { ok: false, code: 'wrong-key' },
    });
    expect(await connect({ clientId: 'x' })).toMatchObject({
      check: { ok: false, code: 'bad-setting', detail: 'clientId' },
    });
    expect(await connect({ colour: 'red' })).toMatchObject({
      check: { ok: false, code: 'bad-setting', detail: 'colour' },
    });
    // It fits the form's pattern, but would carry the key in the open.
    expect(await connect({ baseUrl: 'http://example.org' })).toMatchObject({
      check: { ok: false, code: 'bad-setting' },
    });
    expect(await connect({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({
      check: { ok: false, code: 'unreachable' },
    });
    expect((await app.call('shops.list', {})).shops).toEqual([]);
    expect((await connect({})).check).toMatchObject({ ok: true, shopName: 'Warm Table 暖桌' });
    expect(JSON.stringify(await app.call('shops.list', {}))).not.toContain(ozon.settings.apiKey);
  });

  it('gives an account that is connected already its new key, and no second shop', async () => {
    const { app, ozon, shopId, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    const again = await app.call('shops.connect', {
      platform: 'ozon',
      name: '',
      settings: { ...ozon.settings, labelSize: 'small' },
    });
    expect(again.shopId).toBe(shopId);
    await synced(app);
    expect((await app.call('shops.list', {})).shops.map((shop) => shop.name)).toEqual(['test']);
    expect((await app.store.read.shop(shopId))?.settings['labelSize']).toBe('small');
    expect(
      (await app.call('board.cards', { lane: 'new', offset: 0, limit: 10 })).cards.map((card) => card.orderId),
    ).toEqual([orderId]);
  });

  it('pauses a shop and takes it up again at once; a removed shop is gone with all it had', async () => {
    const { app, ozon, shopId, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    await app.call('shops.pause', { id: shopId, isPaused: true });
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    app.clock.jump(5_000);
    expect((await app.call('outbox.list', {})).effects).toMatchObject([{ state: 'queued', attempts: 0 }]);
    await app.call('shops.pause', { id: shopId, isPaused: false });
    await synced(app);
    await expect.poll(() => ozon.numbers().map((number) => ozon.book(number).effects.shipCalls)).toEqual([1]);
    await app.call('shops.remove', { id: shopId });
    expect((await app.call('shops.list', {})).shops).toEqual([]);
    expect((await app.call('board.summary', {})).lanes.every((lane) => lane.count === 0)).toBe(true);
    expect(await app.ask('orders.get', { id: orderId })).toMatchObject({ ok: false, code: 'not-found' });
  });
});
