import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import type { OrderSnapshot, PlatformConnector } from '../ports/platform-connector.ts';
import { ingest } from './ingest.ts';
import { announceOrders } from './sync-shop.ts';

/** Reads these orders from the platform and takes what it says; one that cannot be read is left for the next sync. */
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
