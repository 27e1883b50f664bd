import { describe, expect, it } from 'vitest';
import { pageOf, scriptedFactory, snapshotOf, type Script } from '../../support/scripted-platform.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { waitUntil } from '../../support/wait-until.ts';

const PAGES = 6;
const PER_PAGE = 50;

/** A platform with a long history, whose every page waits until the test lets it come. */
function longHistory() {
  let allowed = 0;
  let pulled = 0;
  const waiting: (() => void)[] = [];
  const script: Script = {
    pull: async (cursor) => {
      const page = cursor === null ? 0 : Number(cursor);
      if (page >= PAGES) return pageOf([], { nextCursor: cursor! });
      while (allowed <= pulled) await new Promise<void>((resolve) => void waiting.push(resolve));
      pulled += 1;
      const snapshots = Array.from({ length: PER_PAGE }, (_, index) => snapshotOf(page * PER_PAGE + index + 1));
      const nextCursor = String(page + 1);
      return pageOf(snapshots, { nextCursor, hasMore: page + 1 < PAGES, progress: (page + 1) / PAGES });
    },
    listOpen: () => [snapshotOf(9_001).facts.remoteId],
    get: (remoteId) => (remoteId === snapshotOf(9_001).facts.remoteId ? snapshotOf(9_001) : null),
  };
  const allow = (pages: number) => {
    allowed += pages;
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { script, allow };
}

const shopOf = async (app: TestApp) => (await app.call('shops.list', {})).shops[0]!;
const until = (app: TestApp, what: string, test: (shop: Awaited<ReturnType<typeof shopOf>>) => boolean) =>
  waitUntil(what, async () => test(await shopOf(app)));
const onBoard = async (app: TestApp) =>
  (await app.call('board.summary', {})).lanes.reduce((sum, { count }) => sum + count, 0);

async function connected(script: Script) {
  const app = await startTestApp({ connectors: () => new Map([['ozon', scriptedFactory(script)]]) });
  const settings = { account: 'A1', secret: 's' };
  const { shopId } = await app.call('shops.connect', { platform: 'ozon', name: 'long', settings });
  return { app, id: shopId! };
}

describe('a first sync', () => {
  it('says how far it is, and stands with nothing of it when it is through', async () => {
    const { script, allow } = longHistory();
    const { app } = await connected(script);
    allow(2);
    await until(app, 'two pages', (shop) => shop.backfill?.orderCount === 2 * PER_PAGE);
    expect((await shopOf(app)).backfill).toEqual({ part: 2 / PAGES, orderCount: 100, isStopped: false });
    expect((await shopOf(app)).isSyncing).toBe(true);
    allow(PAGES);
    await until(app, 'the end', (shop) => shop.backfill === null && shop.lastGoodSyncMs !== null);
    expect(await onBoard(app)).toBeGreaterThanOrEqual(PAGES * PER_PAGE);
  });

  it('stops after its page, brings new orders meanwhile, stays stopped over a restart, and goes on', async () => {
    const { script, allow } = longHistory();
    const { app, id } = await connected(script);
    allow(2);
    await until(app, 'two pages', (shop) => shop.backfill?.orderCount === 2 * PER_PAGE);
    await app.call('shops.stopBackfill', { id });
    allow(1);
    await until(app, 'a stop', (shop) => shop.backfill?.isStopped === true && !shop.isSyncing);
    expect((await shopOf(app)).warnings).toContain('backfill-stopped');
    app.clock.jump(121_000);
    await waitUntil('the open order', async () => (await onBoard(app)) === 3 * PER_PAGE + 1);
    await app.restart();
    allow(PAGES);
    app.clock.jump(121_000);
    await until(app, 'another round', (shop) => !shop.isSyncing && shop.lastGoodSyncMs !== null);
    expect((await shopOf(app)).backfill).toMatchObject({ isStopped: true, orderCount: 3 * PER_PAGE });
    expect(await onBoard(app)).toBe(3 * PER_PAGE + 1);
    await app.call('shops.resumeBackfill', { id });
    await until(app, 'the end', (shop) => shop.backfill === null);
    expect(await onBoard(app)).toBe(PAGES * PER_PAGE + 1);
  });

  it('that is through has nothing to stop', async () => {
    const { app, id } = await connected({});
    await until(app, 'the end', (shop) => shop.lastGoodSyncMs !== null);
    await app.call('shops.stopBackfill', { id });
    expect((await shopOf(app)).backfill).toBeNull();
    expect(await app.ask('shops.stopBackfill', { id: 'none' })).toMatchObject({ code: 'not-found' });
  });
});
