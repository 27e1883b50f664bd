import { describe, expect, it } from 'vitest';
import type { Badge, Notice, Notifier } from '../../../src-main/app/ports/notifier.ts';
import { PlatformFault } from '../../../src-main/app/ports/platform-connector.ts';
import type { PreferenceValues } from '../../../src-main/app/ports/preferences.ts';
import { notSent, pageOf, scriptedFactory, snapshotOf, type Script } from '../../support/scripted-platform.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function ears(minuteOfDay = 720) {
  const heard: { readonly notice: Notice; readonly hasSound: boolean }[] = [];
  const badges: Badge[] = [];
  const notifier: Notifier = {
    show: (notice, { hasSound }) => void heard.push({ notice, hasSound }),
    badge: (badge) => void badges.push(badge),
    minuteOfDay: () => minuteOfDay,
  };
  const of = <Kind extends Notice['kind']>(kind: Kind) =>
    heard.filter(({ notice }) => notice.kind === kind).map(({ notice }) => notice as Extract<Notice, { kind: Kind }>);
  return { heard, badges, notifier, of };
}

interface Wishes {
  readonly minuteOfDay?: number;
  readonly preferences?: Partial<PreferenceValues>;
}

/** A connected shop whose first sync, of one order, is done. */
async function started(script: Script, { minuteOfDay, preferences = {} }: Wishes = {}) {
  const news: ReturnType<typeof snapshotOf>[] = [snapshotOf(1)];
  const pull = script.pull ?? (() => pageOf(news.splice(0)));
  const listening = ears(minuteOfDay);
  const app = await startTestApp({
    // The alarms of clocks have a test of their own.
    preferences: { hasAlarms: false, ...preferences },
    notifier: listening.notifier,
    connectors: () => new Map([['ozon', scriptedFactory({ ...script, pull })]]),
  });
  const settings = { account: 'A1', secret: 's' };
  await app.call('shops.connect', { platform: 'ozon', name: '小店', settings });
  await waitUntil('the first sync', async () => (await shopOf(app)).lastGoodSyncMs !== null);
  return { app, news, ...listening };
}

const shopOf = async (app: TestApp) => (await app.call('shops.list', {})).shops[0]!;

async function syncNow(app: TestApp): Promise<void> {
  const before = (await shopOf(app)).lastGoodSyncMs ?? 0;
  await app.call('shops.syncNow', {});
  await waitUntil('a sync', async () => ((await shopOf(app)).lastGoodSyncMs ?? 0) > before);
}

describe('new orders', () => {
  it('are told once a round and shop, with a sound, and never for the first sync', async () => {
    const { app, news, heard, of, badges } = await started({});
    expect(heard).toEqual([]);
    const overdue = { shipByMs: app.clock.nowMs() };
    news.push(snapshotOf(2, overdue), snapshotOf(3, overdue), snapshotOf(4, { stage: 'delivered' }));
    await syncNow(app);
    await waitUntil('a notice', async () => heard.length > 0);
    expect(heard).toMatchObject([{ hasSound: true, notice: { shopName: '小店', platform: 'ozon' } }]);
    expect(of('new-orders')[0]?.orderIds).toHaveLength(2);
    expect(JSON.stringify(heard)).not.toContain('Иван');
    await waitUntil('the badge', async () => badges.at(-1)?.newOrders === 3);
    expect(badges.at(-1)).toMatchObject({ silentShops: 0 });
    expect(badges.at(-1)?.dueToday).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['in quiet hours', { minuteOfDay: 3 * 60, preferences: { hasQuietHours: true } }],
    ['when the seller wants none', { preferences: { hasNotices: false } }],
  ])('make no noise %s', async (_name, wishes) => {
    const { app, news, heard } = await started({}, wishes);
    news.push(snapshotOf(2));
    await syncNow(app);
    expect(heard).toEqual([]);
  });
});

describe('a silent shop', () => {
  it('is told once a silence, also in quiet hours, and counted on the badge', async () => {
    let fault: PlatformFault | null = null;
    const pull = () => {
      if (fault !== null) throw fault;
      return pageOf([]);
    };
    const wishes = { minuteOfDay: 3 * 60, preferences: { hasQuietHours: true } };
    const { app, of, badges } = await started({ pull }, wishes);
    fault = new PlatformFault({ kind: 'needs-login', code: 'wrong-key' });
    for (let minute = 0; minute < 25; minute += 1) {
      app.clock.jump(MINUTE_MS);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await waitUntil('the alarm', async () => of('shop-silent').length > 0);
    expect(of('shop-silent')).toMatchObject([{ shopName: '小店', code: 'wrong-key' }]);
    expect((await shopOf(app)).isStale).toBe(true);
    await waitUntil('the badge', async () => badges.at(-1)?.silentShops === 1);
    fault = null;
    await syncNow(app);
    await waitUntil('the badge', async () => badges.at(-1)?.silentShops === 0);
    expect(of('shop-silent')).toHaveLength(1);
  });

  it('is none while it only waits for its turn', async () => {
    let isLimited = false;
    const pull = () => {
      if (isLimited) throw new PlatformFault({ kind: 'rate-limited', afterMs: 3 * MINUTE_MS });
      return pageOf([]);
    };
    const { app } = await started({ pull });
    isLimited = true;
    await app.call('shops.syncNow', {});
    await waitUntil('a try', async () => (await shopOf(app)).isSyncing === false);
    expect(await shopOf(app)).toMatchObject({ lastFault: null, isStale: false });
  });

  it('that nothing reaches is the network: tried soon, and well again by itself', async () => {
    let isDown = false;
    const pull = () => {
      if (isDown) throw notSent();
      return pageOf([]);
    };
    const { app } = await started({ pull });
    isDown = true;
    await app.call('shops.syncNow', {});
    await waitUntil('offline', async () => (await shopOf(app)).lastFault === 'offline');
    const shop = await shopOf(app);
    expect(shop.nextSyncMs! - app.clock.nowMs()).toBeLessThanOrEqual(30_000);
    isDown = false;
    await waitUntil('online', async () => (await shopOf(app)).lastFault === null);
  });
});

describe('what a comparison and a look at the account say', () => {
  it('orders that were missed, and a key near its end, once', async () => {
    const lost = snapshotOf(7);
    const { app, of } = await started({
      listOpen: () => [snapshotOf(1).facts.remoteId, lost.facts.remoteId],
      get: (remoteId) => (remoteId === lost.facts.remoteId ? lost : null),
      check: async () => ({
        kind: 'ok',
        shopName: 'x',
        currency: null,
        keyExpiresAtMs: Date.parse('2026-11-22T06:00:00Z') + 10 * DAY_MS,
        clockSkewMs: 6 * MINUTE_MS,
        warnings: [],
      }),
    });
    await waitUntil('the comparison', async () => (await shopOf(app)).lastReconcile !== null);
    await waitUntil('a reminder', async () => of('key-expires').length > 0);
    expect(of('orders-missed')).toMatchObject([{ count: 1 }]);
    expect(of('key-expires')).toMatchObject([{ days: 10 }]);
    const shop = await shopOf(app);
    expect(shop.lastReconcile).toMatchObject({ missing: 1, stale: 0, unreadable: 0 });
    expect(shop.warnings).toContain('clock-off');
    await app.call('shops.reconcileNow', { id: shop.id });
    await waitUntil('another', async () => (await shopOf(app)).lastReconcile!.atMs > shop.lastReconcile!.atMs);
    expect([of('orders-missed').length, of('key-expires').length]).toEqual([1, 1]);
    const { report } = await app.call('shops.reconcileReport', { id: shop.id });
    expect(report).toMatchObject({ checked: 2, differences: [] });
  });
});
