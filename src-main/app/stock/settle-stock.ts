import type { Order } from '../../core/order/order.ts';
import type { CommandId } from '../../core/shared/ids.ts';
import { goodsMove, piecesByArticle } from '../../core/stock/goods.ts';
import type { Reads, Writes } from '../ports/store.ts';
import { moveStock } from './move-stock.ts';
import { productsFor } from './products-for.ts';

/**
 * Takes from the shelf what left with an order, once, and gives it back when the hand-over is undone. Called in the
 * unit of work that saves `after`. An order that was gone when it was first seen took nothing that was counted here.
 */
export async function settleStock(
  tx: Writes,
  before: Order | null,
  after: Order,
  commandId: CommandId | null,
): Promise<void> {
  const change = before === null ? null : goodsMove(before, after);
  if (change === null) return;
  const taken = await tx.piecesMoved(after.id);
  const wanted = change === 'left' ? await piecesByProduct(tx, after) : new Map<string, number>();
  for (const sku of new Set([...wanted.keys(), ...taken.keys()])) {
    await moveStock(tx, sku, (taken.get(sku) ?? 0) - (wanted.get(sku) ?? 0), {
      atMs: after.updatedAtMs,
      reason: change === 'left' ? 'shipped' : 'taken-back',
      note: '',
      orderId: after.id,
      commandId,
    });
  }
}

async function piecesByProduct(reads: Reads, { facts }: Order): Promise<Map<string, number>> {
  const { platform } = facts;
  const articles = piecesByArticle(facts);
  const lookup = await productsFor(
    reads,
    [...articles.keys()].map((sku) => ({ platform, sku })),
  );
  const pieces = new Map<string, number>();
  for (const [article, count] of articles) {
    const sku = lookup(platform, article)?.sku;
    if (sku !== undefined) pieces.set(sku, (pieces.get(sku) ?? 0) + count);
  }
  return pieces;
}
