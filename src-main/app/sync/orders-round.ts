import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { beginReconcile, stepReconcile } from './reconcile-shop.ts';
import { faultOf } from './fault-of.ts';
import { STALE_AFTER_MS } from './shop-health.ts';
import { syncShop, type SyncResult } from './sync-shop.ts';

/**
 * One round of a shop's orders. While the seller has stopped the first sync, only open orders that are not here yet are
 * fetched, a few at a time: the list of changes cannot be read from its end.
 */
export async function ordersRound(
  deps: AppDeps,
  shop: ShopRow,
  connector: PlatformConnector,
  onPage: () => void,
): Promise<SyncResult> {
  if (shop.backfill?.isStopped !== true) return await syncShop(deps, shop.id, connector, onPage);
  try {
    const state = await beginReconcile(deps, shop.id, connector);
    const missing = state.rest.filter((remoteId) => state.missing.has(remoteId));
    await stepReconcile(deps, shop.id, connector, { ...state, rest: missing });
    return { ok: true, added: [], changed: 0, warnings: [], isBackfill: true, isStopped: true };
  } catch (error) {
    return faultOf(deps, error);
  }
}

/** Keeps what a round says of the shop's health. */
export async function keepHealth(deps: AppDeps, shopId: ShopId, result: SyncResult, everyMs: number): Promise<void> {
  const nowMs = deps.clock.nowMs();
  await deps.store.write(async (tx) => {
    const shop = await tx.shop(shopId);
    if (shop === null) return;
    if (result.ok) {
      const isStopped = result.isStopped && shop.backfill !== null;
      const backfill = isStopped ? shop.backfill : null;
      const warnings = result.isStopped ? shop.warnings : result.warnings;
      await tx.saveShop({ ...shop, lastGoodSyncMs: nowMs, lastFault: null, backfill, warnings });
    } else if (!isPatience(shop, result.code, nowMs, everyMs)) {
      deps.log.warn('shop-fault', { shopId, code: result.code });
      await tx.saveShop({ ...shop, lastFault: result.code, lastFaultAtMs: nowMs });
    }
  });
}

/** To wait for one's turn is no fault while orders still come in: Amazon gives a token in three minutes. */
function isPatience(shop: ShopRow, code: string, nowMs: number, everyMs: number): boolean {
  if (code !== 'rate-limited') return false;
  const sinceMs = shop.lastGoodSyncMs ?? shop.createdAtMs;
  return shop.backfill !== null || nowMs - sinceMs <= everyMs + STALE_AFTER_MS;
}

/** Once a day: keys get new end dates, and a shop of the demo gets its first. */
export async function lookAtAccount(deps: AppDeps, shopId: ShopId, connector: PlatformConnector): Promise<void> {
  const check = await connector.check();
  if (check.kind !== 'ok') return;
  await deps.store.write(async (tx) => {
    const row = await tx.shop(shopId);
    if (row === null) return;
    const { currency, keyExpiresAtMs, clockSkewMs } = check;
    await tx.saveShop({
      ...row,
      currency: currency ?? row.currency,
      keyExpiresAtMs,
      clockSkewMs: clockSkewMs ?? row.clockSkewMs,
    });
  });
}
