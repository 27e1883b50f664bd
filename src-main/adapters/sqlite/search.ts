import type { Reads } from '../../app/ports/store.ts';
import type { CardRow } from '../../app/ports/store-board.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { foundBy, type CardCondition } from './card-filter-sql.ts';
import { toCard } from './card-rows.ts';
import { normaliseCode } from './codes-of.ts';
import type { Connection } from './connection.ts';
import { ANY_PRODUCT_CALLED } from './product-names.ts';
import { matchOf, piecesOf, type SearchPiece } from './search-query.ts';

/** Orders on the board before closed ones, then the newest. */
export const CARDS_BY_CODE = `SELECT card.* FROM order_code JOIN card ON card.row_id = order_code.order_row
  WHERE order_code.code = ? ORDER BY card.lane IS NULL, card.row_id DESC LIMIT ?`;
/** By the number of a case, or of the parcel that comes back: a scan of it finds the order. */
export const CARDS_BY_CASE = `SELECT card.* FROM after_sale JOIN card ON card.order_id = after_sale.order_id
  WHERE after_sale.code = ? OR after_sale.tracking_code = ? LIMIT ?`;
/** Newest first: the index walks backwards and stops at the limit, where a ranking would have to read every hit. */
export const BOARD_CARDS_BY_WORDS = byWordsSql('board_search');
export const CARDS_BY_WORDS = byWordsSql('order_search');
/**
 * Where the seller's own names of products count too. The board's index is walked whole: without the plus, SQLite would walk
 * the table of all orders by row id.
 */
export function boardCardsByNamesSql({ sql }: Pick<CardCondition, 'sql'>): string {
  return `SELECT * FROM card WHERE row_id IN (
    SELECT row_id FROM card WHERE lane IS NOT NULL${sql} ORDER BY +row_id DESC LIMIT @limit
  ) ORDER BY row_id DESC`;
}
/** A scanned code names few orders; a number that all share names none. */
const MOST_ORDERS_OF_CODE = 100;

function byWordsSql(index: 'board_search' | 'order_search'): string {
  return `SELECT card.* FROM ${index} JOIN card ON card.row_id = ${index}.rowid
    WHERE ${index} MATCH ? ORDER BY ${index}.rowid DESC LIMIT ?`;
}

/**
 * Search by words, and by codes exactly: what carries the code, then what lies on the board, then the rest. Names that
 * the seller gave to products find what lies on the board alone: nothing of them is kept with the order.
 */
export function searchReads(connection: Connection): Pick<Reads, 'search' | 'ordersByCode'> {
  const byCode = (text: string, limit: number): CardRow[] => {
    const code = normaliseCode(text);
    if (code === '') return [];
    const own = connection.list(toCard, CARDS_BY_CODE, [code, limit]);
    return own.length > 0 ? own : connection.list(toCard, CARDS_BY_CASE, [code, code, limit]);
  };
  const namesProduct = ({ like }: SearchPiece): boolean =>
    like !== null && connection.get(ANY_PRODUCT_CALLED, { like }) !== null;
  const byNames = (query: string, limit: number): CardRow[] => {
    const { sql, params } = foundBy(query);
    return connection.list(toCard, boardCardsByNamesSql({ sql }), { ...params, limit });
  };
  const byWords = (query: string, limit: number): CardRow[] => {
    const pieces = piecesOf(query);
    if (pieces.length === 0) return [];
    const match = matchOf(pieces);
    const byOwnWords = connection.list(toCard, BOARD_CARDS_BY_WORDS, [match, limit]);
    if (byOwnWords.length === limit) return byOwnWords;
    const onBoard = pieces.some(namesProduct) ? byNames(query, limit) : byOwnWords;
    return [...onBoard, ...connection.list(toCard, CARDS_BY_WORDS, [match, limit])];
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
