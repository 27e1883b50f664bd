import { expect, it } from 'vitest';
import { foldEvents } from '../../../src-main/core/order/apply.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { pageOf, scriptedFactory, snapshotOf } from '../../support/scripted-platform.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { waitUntil } from '../../support/wait-until.ts';

const HOUR_MS = 3_600_000;

async function shopWith(news: ReturnType<typeof snapshotOf>[]) {
  const app = await startTestApp({
    connectors: () => new Map([['ozon', scriptedFactory({ pull: () => pageOf(news.splice(0)) })]]),
  });
  const settings = { account: 'A1', secret: 's' };
  const { shopId } = await app.call('shops.connect', { platform: 'ozon', name: '小店', settings });
  await waitUntil('the first sync', async () => (await app.call('shops.list', {})).shops[0]?.lastGoodSyncMs ?? null);
  return { app, shopId: shopId ?? '' };
}

const promised = async (app: TestApp, remoteId: string) => {
  const found = await app.call('board.search', { query: remoteId, limit: 5 });
  const card = found.cards.find((one) => one.remoteId === remoteId);
  return card === undefined ? null : app.call('orders.get', { id: card.orderId });
};

it('a shop’s promise is a clock of each order that comes in from then on', async () => {
  const news = [snapshotOf(1)];
  const { app, shopId } = await shopWith(news);
  expect(await app.call('shops.promises', {})).toMatchObject({ shops: [{ shopId, hours: null }] });
  await app.call('shops.savePromise', { shopId, hours: 48 });
  expect(await app.call('shops.promises', {})).toMatchObject({ shops: [{ hours: 48 }] });

  const nowMs = app.clock.nowMs();
  const fresh = { placedAtMs: nowMs - HOUR_MS, shipByMs: nowMs + 90 * HOUR_MS };
  news.push(snapshotOf(2, fresh), snapshotOf(3, { ...fresh, placedAtMs: nowMs - 60 * HOUR_MS }));
  await app.call('shops.syncNow', {});
  const found = await waitUntil('the new orders', () => promised(app, snapshotOf(3).facts.remoteId));
  expect(found.promisedMs).toBeNull();

  const view = await promised(app, snapshotOf(2).facts.remoteId);
  expect(view?.promisedMs).toBe(nowMs + 47 * HOUR_MS);
  expect(view?.card).toMatchObject({ dueAtMs: nowMs + 47 * HOUR_MS, dueKind: 'promise' });
  expect(view?.timeline.find(({ kind }) => kind === 'work.promised')).toMatchObject({ actor: 'app' });
  expect((await promised(app, snapshotOf(1).facts.remoteId))?.promisedMs).toBeNull();

  // The journal tells the whole work.
  const id = view?.card.orderId as OrderId;
  const events = (await app.store.read.journal(id)).flatMap(({ body }) => (body.kind === 'work' ? [body.event] : []));
  expect(foldEvents(events)).toEqual((await app.store.read.order(id))?.work);

  await app.call('shops.savePromise', { shopId, hours: null });
  expect(await app.call('shops.promises', {})).toMatchObject({ shops: [{ hours: null }] });
});

it('nothing is kept for a shop that is not there', async () => {
  const { app } = await shopWith([]);
  await expect(app.call('shops.savePromise', { shopId: 'gone', hours: 24 })).rejects.toThrow('not-found');
});
