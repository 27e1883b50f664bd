import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { ShopRow } from '../ports/store-rows.ts';

/** What the scheduler knows of a shop beyond its row. */
export interface SyncState {
  isSyncing(shopId: ShopId): boolean;
  /** Nothing leaves this machine. */
  isOffline(shop: ShopRow): boolean;
  isSilent(shop: ShopRow): boolean;
  nextSyncMs(shop: ShopRow): number | null;
}

/** Who hears of what the seller may want to know. */
export interface SyncListener {
  /** New orders of a round, never of a first sync. */
  ordersCame(shop: ShopRow, added: readonly OrderId[]): Promise<void>;
  shopSpoke(shopId: ShopId): void;
  /** The shops that are silent now, at every look. */
  silence(shops: readonly ShopRow[], isOffline: boolean): void;
  /** The account was looked at: its key may have a new end. */
  accountSeen(shopId: ShopId): Promise<void>;
  /** A comparison found orders that the pulls had missed. */
  ordersMissed(shop: ShopRow, count: number): void;
  cameOnline(): void;
}
