import type { ShopView } from '../../../../src-main/contract/methods/shops.ts';

/** A shop that is well, with what the test is about. */
export function makeShop(change: Partial<ShopView> = {}): ShopView {
  return {
    id: 's',
    platform: 'ozon',
    name: 'Shop',
    isDemo: false,
    isPaused: false,
    isSyncing: false,
    currency: 'RUB',
    keyExpiresAtMs: null,
    lastGoodSyncMs: 1_700_000_000_000,
    isStale: false,
    lastFault: null,
    nextSyncMs: null,
    oddOrderCount: 0,
    mode: 'api',
    settings: {},
    backfill: null,
    clockSkewMs: null,
    lastReconcile: null,
    openCaseCount: 0,
    warnings: [],
    waitingForExport: 0,
    ...change,
  };
}
