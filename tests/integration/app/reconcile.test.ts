import { describe, expect, it } from 'vitest';
import { PlatformFault } from '../../../src-main/app/ports/platform-connector.ts';
import { pageOf, scriptedFactory, snapshotOf, type Script } from '../../support/scripted-platform.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { waitUntil } from '../../support/wait-until.ts';

const HOUR_MS = 3_600_000;
const ORDERS = 45;
const idOf = (number: number) => snapshotOf(number).facts.remoteId;

const shopOf = async (app: TestApp) => (await app.call('shops.list', {})).shops[0]!;

/** A shop with so many open orders, all in the first sync, and its first comparison done. */
async function started(script: Script) {
  let isFirst = true;
  const pull = () => {
    const snapshots = isFirst ? Array.from({ length: ORDERS }, (_, index) => snapshotOf(index + 1)) : [];
    isFirst = false;
    return pageOf(snapshots);
  };
  let listed = Array.from({ length: ORDERS }, (_, index) => idOf(index + 1));
  const listOpen = () => listed;
  const connectors = () => new Map([['ozon', scriptedFactory({ pull, listOpen, ...script })]] as const);
  const app = await startTestApp({ connectors });
  const settings = { account: 'A1', secret: 's' };
  await app.call('shops.connect', { platform: 'ozon', name: 'x', settings });
  await waitUntil('the first comparison', async () => (await shopOf(app)).lastReconcile !== null);
  const compared = async () => {
    const { id, lastReconcile } = await shopOf(app);
    await app.call('shops.reconcileNow', { id });
    await waitUntil('a comparison', async () => (await shopOf(app)).lastReconcile!.atMs > lastReconcile!.atMs);
    return (await app.call('shops.reconcileReport', { id })).report!;
  };
  return { app, compared, list: (ids: readonly string[]) => void (listed = [...ids]) };
}

describe('a comparison', () => {
  it('reads many differences in steps, waits where the platform says so, and reports each', async () => {
    const read: string[] = [];
    let limits = 2;
    const { app, compared, list } = await started({
      get: (remoteId) => {
        if (read.length === 10 && limits > 0) {
          limits -= 1;
          throw new PlatformFault({ kind: 'rate-limited', afterMs: 2_000 });
        }
        read.push(remoteId);
        if (remoteId === idOf(5)) return null;
        if (remoteId === idOf(6)) throw new PlatformFault({ kind: 'retry', code: 'timeout', afterMs: null });
        const number = Array.from({ length: ORDERS }, (_, index) => index + 1).find((one) => idOf(one) === remoteId)!;
        return snapshotOf(number, number % 2 === 0 ? { stage: 'delivered' } : {});
      },
    });
    list([]);
    const report = await compared();
    expect(report.checked).toBe(ORDERS);
    expect(read).toHaveLength(ORDERS);
    expect(limits).toBe(0);
    const kinds = report.differences.map(({ kind }) => kind);
    // An order in the same stage in both is no difference: the lists mean different things by "open".
    expect(kinds.filter((kind) => kind === 'stale')).toHaveLength(21);
    expect(kinds.filter((kind) => kind === 'unreadable')).toHaveLength(2);
    expect(report.differences.find(({ kind }) => kind === 'stale')).toMatchObject({
      before: 'to-confirm',
      after: 'delivered',
      orderId: expect.any(String),
    });
    expect((await shopOf(app)).lastReconcile).toMatchObject({ missing: 0, stale: 21, unreadable: 2 });
  });

  it('is made again after a wake, when the last one is hours old', async () => {
    let lists = 0;
    const { app } = await started({
      listOpen: () => {
        lists += 1;
        return [];
      },
      get: () => null,
    });
    const before = (await shopOf(app)).lastReconcile!.atMs;
    app.clock.jump(HOUR_MS);
    await app.call('shops.syncNow', {});
    await waitUntil('a sync', async () => (await shopOf(app)).lastGoodSyncMs! > before + HOUR_MS);
    expect(lists).toBe(1);
    app.clock.jump(3 * HOUR_MS);
    await waitUntil('another comparison', async () => (await shopOf(app)).lastReconcile!.atMs > before);
    expect(lists).toBe(2);
  });

  it('whose list cannot be had is given up without harm, and made later', async () => {
    let isShut = false;
    const { app, compared } = await started({
      listOpen: () => {
        if (isShut) throw new PlatformFault({ kind: 'retry', code: 'http-500', afterMs: null });
        return Array.from({ length: ORDERS }, (_, index) => idOf(index + 1));
      },
    });
    isShut = true;
    const { id } = await shopOf(app);
    await app.call('shops.reconcileNow', { id });
    await waitUntil('a fault', async () => app.log.lines.some((line) => line.event === 'reconcile-failed'));
    expect(await shopOf(app)).toMatchObject({ lastFault: null });
    isShut = false;
    expect((await compared()).differences).toEqual([]);
  });
});
