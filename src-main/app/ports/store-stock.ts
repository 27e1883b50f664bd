import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { Claim } from '../../core/stock/claims.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { ProductRow } from './store-rows.ts';

export interface StockRow {
  readonly product: ProductRow;
  /** Pieces in orders on the desk. */
  readonly reserved: number;
  /** Orders that wait for pieces. */
  readonly shortOrders: number;
  readonly aliases: readonly ArticleAlias[];
  /** Platforms whose orders asked for it. */
  readonly platforms: readonly PlatformId[];
}

/** An article number of a platform that stands for a product with another SKU. */
export interface ArticleAlias {
  readonly platform: PlatformId;
  readonly articleSku: string;
  readonly sku: string;
}

export interface StockAsk {
  readonly query: string;
  readonly filter: 'all' | 'short' | 'low' | 'uncounted';
}

/** A claim with the pieces that the order's own check says it lacks. */
export interface KnownClaim extends Claim {
  readonly missing: number;
}

export interface StockMoveRow {
  readonly sku: string;
  readonly atMs: number;
  readonly delta: number;
  readonly quantity: number;
  readonly reason: 'count' | 'move' | 'shipped' | 'taken-back';
  readonly note: string;
  readonly orderId: OrderId | null;
  readonly commandId: CommandId | null;
}

/** An article on orders of the board that no product stands for. */
export interface UnmappedArticle {
  readonly platform: PlatformId;
  readonly sku: string;
  readonly title: string;
  readonly variant: string | null;
  readonly orders: number;
  readonly pieces: number;
}
