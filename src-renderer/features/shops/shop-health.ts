import type { ShopView } from '../../../src-main/contract/methods/shops.ts';

/** How a shop stands, worst first. */
export type ShopStatus = 'fault' | 'stale' | 'paused' | 'syncing' | 'never' | 'ok';

export interface ShopHealth {
  readonly status: ShopStatus;
  readonly tone: 'late' | 'soon' | 'ok' | 'off';
  /** Days until the key dies, when that is near enough to say so; negative once it has expired. */
  readonly keyDays: number | null;
}

const DAY_MS = 86_400_000;
/** Keys live for months and are renewed by hand in the seller centre, so two weeks ahead is early enough. */
const KEY_WARNING_DAYS = 14;

/** What the list says about a shop at `nowMs` (UTC ms). */
export function shopHealth(shop: ShopView, nowMs: number): ShopHealth {
  const status = statusOf(shop);
  const keyDays = keyDaysOf(shop, nowMs);
  return { status, tone: toneOf(status, keyDays), keyDays };
}

function statusOf(shop: ShopView): ShopStatus {
  if (shop.isPaused) return 'paused';
  if (shop.lastFault !== null) return 'fault';
  if (shop.isStale) return 'stale';
  if (shop.isSyncing) return 'syncing';
  return shop.lastGoodSyncMs === null ? 'never' : 'ok';
}

function keyDaysOf(shop: ShopView, nowMs: number): number | null {
  if (shop.keyExpiresAtMs === null) return null;
  const days = Math.floor((shop.keyExpiresAtMs - nowMs) / DAY_MS);
  return days <= KEY_WARNING_DAYS ? days : null;
}

function toneOf(status: ShopStatus, keyDays: number | null): ShopHealth['tone'] {
  if (status === 'fault' || status === 'stale' || (keyDays !== null && keyDays < 1)) return 'late';
  if (keyDays !== null) return 'soon';
  return status === 'paused' || status === 'never' ? 'off' : 'ok';
}
