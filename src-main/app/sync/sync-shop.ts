import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import { breathe } from './breathe.ts';
import { faultOf, type RoundFault } from './fault-of.ts';
import { keepPage, ORDERS_STREAM } from './keep-page.ts';

/** A round that never ends is a fault of the other side; 100 orders a page make this a million orders. */
const MAX_PAGES = 10_000;
const MOST_WARNINGS = 20;

export interface SyncedRound {
  readonly ok: true;
  readonly added: readonly OrderId[];
  readonly changed: number;
  readonly warnings: readonly string[];
  /** A first sync or a long catching-up: what it brings is no news. */
  readonly isBackfill: boolean;
  /** The seller stopped it before its end. */
  readonly isStopped: boolean;
}
export type SyncResult = SyncedRound | RoundFault;

/**
 * One round of pulling a shop. Each page's cursor is kept with its last orders, so a kill between pages loses nothing
 * and repeats at most one page. `onPage` hears of every page. Never throws for what a platform does.
 */
export async function syncShop(
  deps: AppDeps,
  shopId: ShopId,
  connector: PlatformConnector,
  onPage: () => void = () => undefined,
): Promise<SyncResult> {
  const added: OrderId[] = [];
  const warnings = new Set<string>();
  let changed = 0;
  try {
    let isBackfill = await isUnfinished(deps, shopId);
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const cursor = await deps.store.read.cursor(shopId, ORDERS_STREAM);
      const pulled = await connector.pull(cursor);
      isBackfill ||= typeof pulled.progress === 'number';
      const kept = await keepPage(deps, shopId, pulled, isBackfill);
      for (const warning of pulled.warnings ?? []) noteWarning(deps, shopId, warnings, warning);
      added.push(...kept.added);
      changed += kept.changed.length;
      await announceOrders(deps, [...kept.added, ...kept.changed]);
      onPage();
      const { isStopped } = kept;
      if (!pulled.hasMore || isStopped)
        return { ok: true, added, changed, isBackfill, isStopped, warnings: [...warnings].slice(0, MOST_WARNINGS) };
      await breathe();
    }
    return { ok: false, code: 'endless-pages', afterMs: null, isNotSent: false };
  } catch (error) {
    return faultOf(deps, error);
  }
}

/** True before the first sync has come to its end. */
async function isUnfinished({ store }: Pick<AppDeps, 'store'>, shopId: ShopId): Promise<boolean> {
  const shop = await store.read.shop(shopId);
  return shop !== null && (shop.backfill !== null || shop.lastGoodSyncMs === null);
}

function noteWarning(deps: Pick<AppDeps, 'log'>, shopId: ShopId, warnings: Set<string>, warning: string): void {
  if (!warnings.has(warning)) deps.log.warn('pull-warning', { shopId, warning });
  warnings.add(warning);
}

/** Tells the window which orders a sync touched, in bounded pieces. */
export async function announceOrders(deps: Pick<AppDeps, 'store' | 'events'>, ids: readonly OrderId[]): Promise<void> {
  if (ids.length === 0) return;
  deps.events.emit('orders.changed', { ids: [...ids], revision: await deps.store.read.revision() });
}
