import type { Shop } from './machines.ts';

/** The one thing to say about all shops: the worst first. */
export type ShopHealth =
  | { readonly kind: 'none' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'stale'; readonly shop: Shop; readonly othersFine: number }
  | { readonly kind: 'fault'; readonly shop: Shop; readonly code: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'fine'; readonly count: number; readonly isSyncing: boolean; readonly lastMs: number | null };

/** Sums the shops up. The last good sync of all is that of the shop which is furthest behind. */
export function shopHealth(shops: readonly Shop[]): ShopHealth {
  if (shops.length === 0) return { kind: 'none' };
  const active = shops.filter((shop) => !shop.isPaused);
  if (active.length === 0) return { kind: 'paused' };
  const stale = active.find((shop) => shop.isStale);
  if (stale !== undefined)
    return { kind: 'stale', shop: stale, othersFine: active.filter((shop) => !shop.isStale).length };
  const faulty = active.filter((shop) => shop.lastFault !== null);
  // The line, not one platform: none of several shops gets through.
  const pulled = active.filter((shop) => shop.mode === 'api');
  if (pulled.length > 1 && faulty.length === pulled.length && faulty.every(isUnreached)) return { kind: 'offline' };
  for (const shop of active) if (shop.lastFault !== null) return { kind: 'fault', shop, code: shop.lastFault };
  // Shops of files are not pulled.
  const syncs = active.filter((shop) => shop.mode === 'api').map((shop) => shop.lastGoodSyncMs);
  return {
    kind: 'fine',
    count: active.length,
    isSyncing: active.some((shop) => shop.isSyncing),
    lastMs: syncs.reduce(
      (first, sync) => (first === null || sync === null ? null : Math.min(first, sync)),
      syncs[0] ?? null,
    ),
  };
}

const UNREACHED = ['offline', 'unreachable', 'not-sent', 'unknown-host'];

function isUnreached(shop: Shop): boolean {
  return UNREACHED.includes(shop.lastFault?.split(':')[0] ?? '');
}
