import type { ClosedCase, OpenCase } from '../../core/order/work.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

/** A case of ours in the list of all; kept in the transaction of its order. */
export interface OrderCaseRow {
  readonly orderId: OrderId;
  readonly shopId: ShopId;
  readonly platform: PlatformId;
  readonly remoteId: string;
  /** Of the order's first line, in the platform's words. */
  readonly title: string;
  readonly sku: string;
  readonly case: OpenCase | ClosedCase;
  readonly fileCount: number;
}

export interface OrderCaseFilter {
  readonly isOpen: boolean;
  readonly shopId: ShopId | null;
}
