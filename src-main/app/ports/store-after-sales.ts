import type { AfterSale } from '../../core/case/after-sale.ts';
import type { AfterSaleId, OrderId, ShopId } from '../../core/shared/ids.ts';

/** A case as its platform reports it, and the order of ours that it is about. */
export interface AfterSaleRow {
  readonly id: AfterSaleId;
  readonly shopId: ShopId;
  /** Null: about no order, or about one that we do not have. */
  readonly orderId: OrderId | null;
  readonly afterSale: AfterSale;
}

/** Null: any. */
export interface AfterSaleFilter {
  readonly orderId: OrderId | null;
  readonly shopId: ShopId | null;
  readonly isOpenOnly: boolean;
}
