import type { Shop } from '../../stores/machines.ts';

/** Why the board has no order at all. */
export type EmptyReason =
  | { readonly kind: 'no-shop' | 'all-done' }
  | { readonly kind: 'stopped' | 'first-pull'; readonly shop: Shop };

/** Nothing is called done while orders may lie on a platform that has never, or no longer, given any. */
export function emptyReason(shops: readonly Shop[]): EmptyReason {
  const [first] = shops;
  if (first === undefined) return { kind: 'no-shop' };
  if (shops.every((shop) => shop.lastFault !== null)) return { kind: 'stopped', shop: first };
  const fresh = shops.find((shop) => shop.lastGoodSyncMs === null && shop.lastFault === null && !shop.isPaused);
  const isFirstPull = shops.every((shop) => shop.lastGoodSyncMs === null);
  return fresh !== undefined && isFirstPull ? { kind: 'first-pull', shop: fresh } : { kind: 'all-done' };
}
