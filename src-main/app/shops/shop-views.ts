import type { ShopView } from '../../contract/methods/shops.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { healthWarnings } from '../sync/shop-health.ts';
import type { SyncState } from '../sync/sync-state.ts';
import { publicSettings } from './shop-settings.ts';

const MOST_WAITING = 10_000;

/** The shops with their health, without their secrets. */
export async function shopViews(deps: AppDeps, sync: SyncState): Promise<ShopView[]> {
  const shops = await deps.store.read.shops();
  return Promise.all(shops.map((shop) => shopView(deps, sync, shop)));
}

async function shopView(deps: AppDeps, sync: SyncState, shop: ShopRow): Promise<ShopView> {
  const { id, platform, name, isDemo, isPaused, currency, keyExpiresAtMs, lastGoodSyncMs } = shop;
  const reads = deps.store.read;
  const { mode, backfill, clockSkewMs, lastReconcile, lastReconcileMs } = shop;
  return {
    id,
    platform,
    name,
    isDemo,
    isPaused,
    currency,
    keyExpiresAtMs,
    lastGoodSyncMs,
    mode,
    backfill,
    clockSkewMs,
    lastFault: sync.isOffline(shop) ? 'offline' : shop.lastFault,
    isSyncing: sync.isSyncing(id),
    isStale: sync.isSilent(shop),
    nextSyncMs: isPaused || mode === 'file' ? null : sync.nextSyncMs(shop),
    oddOrderCount: (await reads.oddOrders(id)).length,
    settings: publicSettings(deps.connectors.get(platform)?.manifest, shop.settings),
    lastReconcile:
      lastReconcile === null || lastReconcileMs === null ? null : { atMs: lastReconcileMs, ...lastReconcile },
    openCaseCount: await reads.afterSaleCount({ orderId: null, shopId: id, isOpenOnly: true }),
    warnings: healthWarnings(shop),
    waitingForExport: mode === 'file' ? await waitingNumbers(reads, shop) : 0,
  };
}

async function waitingNumbers(reads: Reads, { id }: ShopRow): Promise<number> {
  const waiting = await reads.waitingEffects(id, MOST_WAITING);
  return waiting.filter((row) => row.effect.kind === 'push-tracking').length;
}
