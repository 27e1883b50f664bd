import type { Reads } from '../../app/ports/store.ts';
import type { CardRow } from '../../app/ports/store-board.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { toCard } from './cards.ts';
import { normaliseCode } from './codes-of.ts';
import type { Connection } from './connection.ts';
import { matchOf } from './search-query.ts';

/** Orders on the board before closed ones, then the newest. */
export const CARDS_BY_CODE = `SELECT card.* FROM order_code JOIN card ON card.row_id = order_code.order_row
  WHERE order_code.code = ? ORDER BY card.lane IS NULL, card.row_id DESC LIMIT ?`;
/** By the number of a case, or of the parcel that comes back: a scan of it finds the order. */
export const CARDS_BY_CASE = `SELECT card.* FROM after_sale JOIN card ON card.order_id = after_sale.order_id
  WHERE after_sale.code = ? OR after_sale.tracking_code = ? LIMIT ?`;
/** Newest first: the index walks backwards and stops at the limit, where a ranking would have to read every hit. */
export const CARDS_BY_WORDS = `SELECT card.* FROM order_search JOIN card ON card.row_id = order_search.rowid
  WHERE order_search MATCH ? ORDER BY order_search.rowid DESC LIMIT ?`;
/** A scanned code names few orders; a number that all share names none. */
const MOST_ORDERS_OF_CODE = 100;

/** Search by words, and by codes exactly. */
export function searchReads(connection: Connection): Pick<Reads, 'search' | 'ordersByCode'> {
  const byCode = (text: string, limit: number): CardRow[] => {
    const code = normaliseCode(text);
    if (code === '') return [];
    const own = connection.list(toCard, CARDS_BY_CODE, [code, limit]);
    return own.length > 0 ? own : connection.list(toCard, CARDS_BY_CASE, [code, code, limit]);
  };
  const byWords = (query: string, limit: number): CardRow[] => {
    const match = matchOf(query);
    return match === null ? [] : connection.list(toCard, CARDS_BY_WORDS, [match, limit]);
  };
  return {
    search: async (query, limit) => {
      const cards = new Map<OrderId, CardRow>();
      for (const card of [...byCode(query, limit), ...byWords(query, limit)]) cards.set(card.orderId, card);
      return [...cards.values()].slice(0, limit).map((card) => ({ orderId: card.orderId, card }));
    },
    ordersByCode: async (code) => [...new Set(byCode(code, MOST_ORDERS_OF_CODE).map((card) => card.orderId))],
  };
}
