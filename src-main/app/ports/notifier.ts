import type { Rung } from '../../core/deadline/ladder.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

export interface PlatformCount {
  readonly platform: PlatformId;
  readonly count: number;
}

/** What the system may tell the seller while she looks elsewhere. Never a buyer's data: a lock screen shows it to anyone. */
export type Notice =
  | {
      readonly kind: 'new-orders';
      readonly shopId: ShopId;
      readonly shopName: string;
      readonly platform: PlatformId;
      readonly orderIds: readonly OrderId[];
    }
  /** A shop that brought nothing for so long that orders may be missed; `code` is its last fault. */
  | { readonly kind: 'shop-silent'; readonly shopId: ShopId; readonly shopName: string; readonly code: string | null }
  | { readonly kind: 'key-expires'; readonly shopId: ShopId; readonly shopName: string; readonly days: number }
  /** Goods that must leave: the step of the alarm, how many a platform, and the stretch in which their clocks end. */
  | {
      readonly kind: 'orders-due';
      readonly rung: Rung;
      readonly platforms: readonly PlatformCount[];
      readonly orderIds: readonly OrderId[];
      readonly fromMs: number;
      readonly toMs: number;
    }
  /** Cases that want an answer, buyers who wait for a reply; `orderIds` of those that are about an order of ours. */
  | {
      readonly kind: 'cases-due' | 'replies-due';
      readonly rung: Rung;
      readonly platforms: readonly PlatformCount[];
      readonly orderIds: readonly OrderId[];
    }
  | { readonly kind: 'orders-missed'; readonly shopId: ShopId; readonly shopName: string; readonly count: number };

/** The small picture by the clock, and on the dock or task bar. */
export interface Badge {
  readonly newOrders: number;
  /** Shops that do not sync. */
  readonly silentShops: number;
  /** To ship before the seller's day is over, late ones too. */
  readonly dueToday: number;
  readonly late: number;
}

export interface Notifier {
  /** Never rejects; a system that shows nothing shows nothing. */
  show(notice: Notice, options: { readonly hasSound: boolean }): void;
  badge(badge: Badge): void;
  /** Minute of the seller's own day, for quiet hours. */
  minuteOfDay(): number;
}
