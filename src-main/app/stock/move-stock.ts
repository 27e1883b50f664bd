import type { Writes } from '../ports/store.ts';
import type { StockMoveRow } from '../ports/store-stock.ts';

type MoveNote = Omit<StockMoveRow, 'sku' | 'delta' | 'quantity'>;

/**
 * Changes what lies on the shelf and keeps what for. A product that is not counted, or not there, has nothing to change.
 * The pieces may fall below nothing: more left than was counted, and what comes in pays that first.
 */
export async function moveStock(tx: Writes, sku: string, delta: number, note: MoveNote): Promise<void> {
  const [product] = await tx.products([sku]);
  if (product === undefined || product.quantity === null || delta === 0) return;
  const quantity = product.quantity + delta;
  await tx.saveProducts([{ ...product, quantity }]);
  await tx.addStockMove({ sku, delta, quantity, ...note });
}
