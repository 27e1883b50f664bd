import type { ShopView } from '../../contract/methods/shops.ts';
import type { AppDeps } from '../deps.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import type { SyncScheduler } from '../sync/sync-scheduler.ts';

/** A shop this long past its own cadence is called stale, loudly. */
const STALE_AFTER_MS = 15 * 60_000;

/** The shops with their health, without any of their settings. */
export async function shopViews(deps: AppDeps, scheduler: SyncScheduler): Promise<ShopView[]> {
  const shops = await deps.store.read.shops();
  return Promise.all(shops.map((shop) => shopView(deps, scheduler, shop)));
}

async function shopView(deps: AppDeps, scheduler: SyncScheduler, shop: ShopRow): Promise<ShopView> {
  const { id, platform, name, isDemo, isPaused, currency, keyExpiresAtMs, lastGoodSyncMs, lastFault } = shop;
  const odd = await deps.store.read.oddOrders(id);
  return {
    id,
    platform,
    name,
    isDemo,
    isPaused,
    currency,
    keyExpiresAtMs,
    lastGoodSyncMs,
    lastFault,
    isSyncing: scheduler.isSyncing(id),
    isStale: !isPaused && isStale(deps, shop),
    nextSyncMs: isPaused ? null : scheduler.nextSyncMs(id),
    oddOrderCount: odd.length,
  };
}

function isStale(deps: AppDeps, shop: ShopRow): boolean {
  const cadenceMs = deps.connectors.get(shop.platform)?.manifest.pullEveryMs ?? 0;
  return deps.clock.nowMs() - (shop.lastGoodSyncMs ?? shop.createdAtMs) > cadenceMs + STALE_AFTER_MS;
}
