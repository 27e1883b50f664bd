import type { AppDeps } from '../deps.ts';
import type { ShopRow } from '../ports/store-rows.ts';

/** A shop this long past its own cadence is called stale, loudly. */
export const STALE_AFTER_MS = 15 * 60_000;
/** Beyond this the deadlines on the board mislead. */
const CLOCK_OFF_MS = 5 * 60_000;
/** The demo's platform is this machine: look often, so that the demo lives. */
const DEMO_EVERY_MS = 10_000;
const DEMO_CASES_EVERY_MS = 30_000;

type Connectors = Pick<AppDeps, 'connectors'>;

/** How often a shop's orders are pulled; null for a shop by file, and for a platform without a connector. */
export function cadenceMs({ connectors }: Connectors, shop: ShopRow): number | null {
  const manifest = connectors.get(shop.platform)?.manifest;
  if (manifest === undefined || shop.mode === 'file') return null;
  return shop.isDemo ? DEMO_EVERY_MS : manifest.pullEveryMs;
}

/** How often a shop's cases are pulled; null as above, and where the platform has none. */
export function casesCadenceMs({ connectors }: Connectors, shop: ShopRow): number | null {
  const manifest = connectors.get(shop.platform)?.manifest;
  if (manifest === undefined || shop.mode === 'file' || manifest.afterSales.length === 0) return null;
  return shop.isDemo ? DEMO_CASES_EVERY_MS : manifest.afterSalesEveryMs;
}

/** True for a shop that has been silent for 15 minutes past its own cadence. `lifeMs`: its last page, if one came. */
export function isSilent(deps: Connectors, shop: ShopRow, nowMs: number, lifeMs: number): boolean {
  const everyMs = cadenceMs(deps, shop);
  if (everyMs === null || shop.isPaused) return false;
  const sinceMs = Math.max(shop.lastGoodSyncMs ?? shop.createdAtMs, lifeMs);
  return nowMs - sinceMs > everyMs + STALE_AFTER_MS;
}

/** What the seller should know of that does not stop the orders. */
export function healthWarnings(shop: ShopRow): string[] {
  return [
    ...shop.warnings,
    ...(shop.afterSalesFault === null ? [] : [`after-sales:${shop.afterSalesFault}`]),
    ...(shop.clockSkewMs !== null && Math.abs(shop.clockSkewMs) > CLOCK_OFF_MS ? ['clock-off'] : []),
    ...(shop.backfill?.isStopped === true ? ['backfill-stopped'] : []),
  ];
}
