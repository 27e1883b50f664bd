import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { OrderSnapshot, PlatformConnector } from '../ports/platform-connector.ts';
import { ingest } from './ingest.ts';
import { announceOrders } from './sync-shop.ts';
import { errorText } from '../error-text.ts';

const BATCH = 20;

/** What a reconcile found: orders that the pull had missed, and orders that moved on without our noticing. */
export interface Reconciled {
  readonly missing: number;
  readonly stale: number;
}

/**
 * Compares our open orders with the platform's own list and reads every difference afresh, one by one. Throws
 * PlatformFault when the list cannot be had; one order that cannot be read is logged and left for the next time.
 */
export async function reconcileShop(deps: AppDeps, shopId: ShopId, connector: PlatformConnector): Promise<Reconciled> {
  const theirs = new Set(await connector.listOpen());
  const ours = new Set(await deps.store.read.openRemoteIds(shopId));
  const missing = [...theirs].filter((remoteId) => !ours.has(remoteId));
  const stale = [...ours].filter((remoteId) => !theirs.has(remoteId));
  const wanted = [...missing, ...stale];
  for (let start = 0; start < wanted.length; start += BATCH) {
    await refreshOrders(deps, shopId, connector, wanted.slice(start, start + BATCH));
  }
  return { missing: missing.length, stale: stale.length };
}

/** Reads these orders from the platform and takes what it says. */
export async function refreshOrders(
  deps: AppDeps,
  shopId: ShopId,
  connector: PlatformConnector,
  remoteIds: readonly string[],
): Promise<void> {
  const snapshots: OrderSnapshot[] = [];
  for (const remoteId of remoteIds) {
    const snapshot = await connector.get(remoteId).catch((error: unknown) => {
      deps.log.warn('refresh-failed', { shopId, error: errorText(error) });
      return null;
    });
    if (snapshot !== null) snapshots.push(snapshot);
  }
  if (snapshots.length === 0) return;
  const result = await deps.store.write((tx) => ingest(deps, tx, shopId, snapshots));
  await announceOrders(deps, [...result.added, ...result.changed]);
}
