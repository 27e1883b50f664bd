import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PlatformFault, type PlatformConnector, type PullPage } from '../ports/platform-connector.ts';
import { ingest } from './ingest.ts';

const STREAM = 'orders';
/** A round that never ends is a fault of the other side; 100 orders a page make this a million orders. */
const MAX_PAGES = 10_000;

export type SyncResult =
  | { readonly ok: true; readonly added: number; readonly changed: number }
  | { readonly ok: false; readonly code: string; readonly afterMs: number | null };

/**
 * One round of pulling a shop. Each page's orders and the cursor behind it are kept in one transaction, so a kill
 * between pages loses nothing and repeats at most one page. Never throws for what a platform does.
 */
export async function syncShop(deps: AppDeps, shopId: ShopId, connector: PlatformConnector): Promise<SyncResult> {
  let added = 0;
  let changed = 0;
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const cursor = await deps.store.read.cursor(shopId, STREAM);
      const pulled = await connector.pull(cursor);
      const result = await keepPage(deps, shopId, pulled);
      for (const warning of pulled.warnings ?? []) deps.log.warn('pull-warning', { shopId, warning });
      added += result.added.length;
      changed += result.changed.length;
      await announceOrders(deps, [...result.added, ...result.changed]);
      if (!pulled.hasMore) return { ok: true, added, changed };
    }
    return { ok: false, code: 'endless-pages', afterMs: null };
  } catch (error) {
    return faultOf(deps, error);
  }
}

/** Tells the window which orders a sync touched, in bounded pieces. */
export async function announceOrders(deps: Pick<AppDeps, 'store' | 'events'>, ids: readonly OrderId[]): Promise<void> {
  if (ids.length === 0) return;
  deps.events.emit('orders.changed', { ids: [...ids], revision: await deps.store.read.revision() });
}

/** What a fault of a reading call means for the shop's health. Errors of our own are logged and rethrown by nobody. */
export function faultOf(deps: Pick<AppDeps, 'log'>, error: unknown): Extract<SyncResult, { readonly ok: false }> {
  if (!(error instanceof PlatformFault)) {
    deps.log.error('sync-failed', { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
    return { ok: false, code: 'internal', afterMs: null };
  }
  const { outcome } = error;
  const code = outcome.kind === 'rate-limited' ? 'rate-limited' : healthCode(outcome.code);
  const afterMs = outcome.kind === 'rate-limited' || outcome.kind === 'retry' ? outcome.afterMs : null;
  return { ok: false, code, afterMs };
}

/** For a reading call it does not matter how far the request came: the platform cannot be reached. */
function healthCode(code: string): string {
  return NO_ANSWER.includes(code) ? 'unreachable' : code;
}

const NO_ANSWER = ['not-sent', 'timeout', 'broken', 'aborted'];

function keepPage(deps: AppDeps, shopId: ShopId, page: PullPage) {
  const nowMs = deps.clock.nowMs();
  return deps.store.write(async (tx) => {
    const shop = await tx.shop(shopId);
    if (shop === null) throw new PlatformFault({ kind: 'rejected', code: 'shop-removed' });
    const result = await ingest(deps, tx, shopId, page.snapshots);
    for (const odd of page.odd) await tx.saveOddOrder({ shopId, seenAtMs: nowMs, ...odd });
    await tx.saveCursor(shopId, STREAM, page.nextCursor);
    if (page.clockSkewMs !== null && page.clockSkewMs !== shop.clockSkewMs)
      await tx.saveShop({ ...shop, clockSkewMs: page.clockSkewMs });
    return result;
  });
}
