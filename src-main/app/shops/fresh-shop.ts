import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { ShopRow } from '../ports/store-rows.ts';

/** A shop row with no history. */
export function freshShop(deps: Pick<AppDeps, 'clock' | 'ids'>, platform: ShopRow['platform'], name: string): ShopRow {
  return {
    id: deps.ids.next() as ShopId,
    platform,
    name,
    settings: {},
    isDemo: false,
    isPaused: false,
    currency: null,
    keyExpiresAtMs: null,
    createdAtMs: deps.clock.nowMs(),
    lastGoodSyncMs: null,
    lastFault: null,
    lastFaultAtMs: null,
    clockSkewMs: null,
    lastReconcileMs: null,
    mode: 'api',
    backfill: null,
    warnings: [],
    afterSalesFault: null,
    lastReconcile: null,
    keyReminder: null,
  };
}
