import type { ShopView } from '../../../src-main/contract/methods/shops.ts';

/** How a shop stands, worst first. A shop of files has no sync that could fall silent. */
export type ShopStatus = 'fault' | 'stale' | 'paused' | 'offline' | 'backfill' | 'syncing' | 'never' | 'file' | 'ok';

export interface ShopHealth {
  readonly status: ShopStatus;
  readonly tone: 'late' | 'soon' | 'ok' | 'off';
  /** Days until the key dies, when that is near enough to say so; negative once it has expired. */
  readonly keyDays: number | null;
  /** How loud that is to be said: 30 days ahead, 14, 3. */
  readonly keyTone: 'plain' | 'soon' | 'late';
}

const DAY_MS = 86_400_000;
/** Keys live for months and are renewed by hand in the seller centre: first word a month ahead, then louder. */
const KEY_DAYS = { plain: 30, soon: 14, late: 3 } as const;
/** What a platform's signature still forgives is told by its fault; from here on the seller should know. */
const SKEW_WARNING_MS = 60_000;
/** Faults of the line, not of the shop. */
const OFFLINE = ['offline', 'unreachable', 'not-sent', 'unknown-host'];

/** What the list says about a shop at `nowMs` (UTC ms). */
export function shopHealth(shop: ShopView, nowMs: number): ShopHealth {
  const status = statusOf(shop);
  const keyDays = keyDaysOf(shop, nowMs);
  const keyTone = keyDays === null || keyDays > KEY_DAYS.soon ? 'plain' : keyDays > KEY_DAYS.late ? 'soon' : 'late';
  return { status, tone: toneOf(status, keyDays === null ? null : keyTone), keyDays, keyTone };
}

function statusOf(shop: ShopView): ShopStatus {
  if (shop.mode === 'file') return 'file';
  if (shop.isPaused) return 'paused';
  if (shop.lastFault !== null && OFFLINE.includes(shop.lastFault.split(':')[0] ?? '')) {
    return shop.isStale ? 'stale' : 'offline';
  }
  if (shop.lastFault !== null) return 'fault';
  if (shop.isStale) return 'stale';
  if (shop.backfill !== null) return 'backfill';
  if (shop.isSyncing) return 'syncing';
  return shop.lastGoodSyncMs === null ? 'never' : 'ok';
}

function keyDaysOf(shop: ShopView, nowMs: number): number | null {
  if (shop.keyExpiresAtMs === null) return null;
  const days = Math.floor((shop.keyExpiresAtMs - nowMs) / DAY_MS);
  return days <= KEY_DAYS.plain ? days : null;
}

function toneOf(status: ShopStatus, keyTone: ShopHealth['keyTone'] | null): ShopHealth['tone'] {
  if (status === 'fault' || status === 'stale' || keyTone === 'late') return 'late';
  if (status === 'offline' || keyTone === 'soon') return 'soon';
  return status === 'paused' || status === 'never' ? 'off' : 'ok';
}

/** True when the clocks of shop and computer differ so much that the seller should set hers. */
export function isClockOff(shop: ShopView): boolean {
  return shop.clockSkewMs !== null && Math.abs(shop.clockSkewMs) >= SKEW_WARNING_MS;
}
