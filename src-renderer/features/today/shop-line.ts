import type { Shop } from '../../stores/machines.ts';

/** What the start screen says of a shop. */
export interface ShopLine {
  readonly shop: Shop;
  /** never — not one good pull yet · file — orders come by files. */
  readonly kind: 'stale' | 'fault' | 'paused' | 'never' | 'syncing' | 'file' | 'fine';
  readonly tone: 'late' | 'soon' | 'plain';
}

const RANK: readonly ShopLine['kind'][] = ['stale', 'fault', 'never', 'paused', 'syncing', 'fine', 'file'];

/** All shops, the one that wants a look first; those alike keep their order. */
export function shopLines(shops: readonly Shop[]): ShopLine[] {
  return shops.map(lineOf).sort((left, right) => RANK.indexOf(left.kind) - RANK.indexOf(right.kind));
}

function lineOf(shop: Shop): ShopLine {
  const kind = kindOf(shop);
  return { shop, kind, tone: kind === 'stale' ? 'late' : kind === 'fault' ? 'soon' : 'plain' };
}

function kindOf(shop: Shop): ShopLine['kind'] {
  if (shop.mode === 'file') return 'file';
  if (shop.isPaused) return 'paused';
  if (shop.isStale) return 'stale';
  if (shop.lastFault !== null) return 'fault';
  if (shop.isSyncing) return 'syncing';
  return shop.lastGoodSyncMs === null ? 'never' : 'fine';
}
