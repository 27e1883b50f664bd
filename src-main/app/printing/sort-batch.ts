import type { BatchSort } from '../ports/store-printing.ts';
import type { Order } from '../../core/order/order.ts';

/** How the labels of a press leave the printer. */
export interface BatchOrdering {
  readonly sort: BatchSort;
  readonly isReversed: boolean;
}

/** The orders as their labels are to be printed. Stable: what is alike stays as it was selected. Pure. */
export function sortBatch<Item extends Pick<Order, 'facts'>>(
  orders: readonly Item[],
  { sort, isReversed }: BatchOrdering,
): Item[] {
  const ranked = orders.map((order) => ({ order, goods: goodsOf(order), isSingle: piecesOf(order) === 1 }));
  if (sort !== 'given') {
    ranked.sort((left, right) => {
      if (sort === 'singles-first' && left.isSingle !== right.isSingle) return left.isSingle ? -1 : 1;
      return left.goods < right.goods ? -1 : Number(left.goods > right.goods);
    });
  }
  const sorted = ranked.map(({ order }) => order);
  return isReversed ? sorted.reverse() : sorted;
}

/** The same for all orders of the same goods: the picker walks to each shelf once. */
function goodsOf({ facts }: Pick<Order, 'facts'>): string {
  const lines = facts.lines.map((line) => `${line.sku}\u0000${String(line.quantity).padStart(6, '0')}`);
  return lines.sort().join('\u0001');
}

function piecesOf({ facts }: Pick<Order, 'facts'>): number {
  return facts.lines.reduce((pieces, line) => pieces + line.quantity, 0);
}
