import type { Reads } from '../../app/ports/store.ts';
import type { ArticleAlias, KnownClaim, StockMoveRow, StockRow, UnmappedArticle } from '../../app/ports/store-stock.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { PLATFORMS, type PlatformId } from '../../core/shared/platform.ts';
import type { Connection, SqlRow } from './connection.ts';
import { flag, id, integer, nullable, oneOf, text } from './decode.ts';
import { productOf, toProduct } from './products.ts';
import { rowMapper } from './row-decoder.ts';
import { likeOf } from './sql-text.ts';

const toClaim = rowMapper<KnownClaim>('reservation', 'order_id', {
  orderId: id(),
  pieces: integer,
  placedAtMs: integer,
  isLabelled: flag,
  missing: integer,
});
const toAlias = rowMapper<ArticleAlias>('product_alias', 'article_sku', {
  platform: oneOf(PLATFORMS),
  articleSku: text,
  sku: text,
});
const toMove = rowMapper<StockMoveRow>('stock_move', 'sequence', {
  sku: text,
  atMs: integer,
  delta: integer,
  quantity: integer,
  reason: oneOf(['count', 'move', 'shipped', 'taken-back']),
  note: text,
  orderId: nullable(id()),
  commandId: nullable(id()),
});
const toUnmapped = rowMapper<UnmappedArticle>('reservation', 'sku', {
  platform: oneOf(PLATFORMS),
  sku: text,
  title: text,
  variant: nullable(text),
  orders: integer,
  pieces: integer,
});

/** Two articles of an order may be one product: together they are one claim. */
export const CLAIMS = `SELECT order_id, placed_at_ms, is_labelled, sum(pieces) AS pieces, max(missing) AS missing
  FROM reservation WHERE product = ? GROUP BY placed_at_ms, order_id ORDER BY placed_at_ms, order_id`;
export const RESERVED_BEFORE = `SELECT coalesce(sum(pieces), 0) AS pieces FROM reservation
  WHERE product = @sku AND order_id <> @id
    AND (is_labelled = 1 OR placed_at_ms < @placedAtMs OR (placed_at_ms = @placedAtMs AND order_id < @id))`;
export const DESK_ORDERS = `SELECT DISTINCT order_id, placed_at_ms FROM reservation
  WHERE product IN (SELECT value FROM json_each(?)) ORDER BY placed_at_ms, order_id`;
export const DESK_ORDERS_WITH_FLOOR = `SELECT DISTINCT r.order_id, r.placed_at_ms
  FROM product p CROSS JOIN reservation r ON r.product = p.sku
  WHERE p.floor_price_minor IS NOT NULL ORDER BY r.placed_at_ms, r.order_id`;
const COUNTED_ON_DESK = `SELECT sku FROM product WHERE quantity IS NOT NULL
  AND EXISTS (SELECT 1 FROM reservation WHERE product = product.sku) ORDER BY sku`;
export const COUNTED_OF_ORDERS = `SELECT DISTINCT p.sku FROM json_each(?) wanted
  JOIN order_header h ON h.id = wanted.value
  JOIN order_line l ON l.order_row = h.row_id
  JOIN product p ON p.sku = ${productOf('h.platform', 'l.sku')}
  WHERE p.quantity IS NOT NULL ORDER BY p.sku`;
export const PIECES_MOVED = 'SELECT sku, -sum(delta) AS pieces FROM stock_move WHERE order_id = ? GROUP BY sku';
export const UNMAPPED = `SELECT platform, article AS sku, count(*) AS orders, sum(pieces) AS pieces,
  max(order_row) AS newest FROM reservation WHERE product IS NULL
  GROUP BY platform, article ORDER BY pieces DESC, platform, article LIMIT ?`;
const NAMED = `WITH unmapped AS (${UNMAPPED})
  SELECT u.platform, u.sku, u.orders, u.pieces, l.title, l.variant FROM unmapped u
  JOIN order_line l ON l.order_row = u.newest AND l.position = (
    SELECT min(position) FROM order_line WHERE order_row = u.newest AND sku = u.sku)
  ORDER BY u.pieces DESC, u.platform, u.sku`;
export const UNMAPPED_COUNT = `SELECT count(*) AS count FROM
  (SELECT DISTINCT platform, article FROM reservation WHERE product IS NULL)`;
export const MOVES = 'SELECT * FROM stock_move WHERE sku = ? ORDER BY sequence DESC LIMIT ?';
const CURRENCIES = `SELECT cost_currency AS currency FROM product WHERE cost_currency IS NOT NULL
  UNION SELECT floor_price_currency FROM product WHERE floor_price_currency IS NOT NULL
  UNION SELECT l.unit_price_currency FROM reservation r JOIN order_line l ON l.order_row = r.order_row
    WHERE l.unit_price_currency IS NOT NULL`;
export const ALIASES = 'SELECT * FROM product_alias WHERE sku = ? ORDER BY platform, article_sku';
export const ASKING_PLATFORMS = 'SELECT DISTINCT platform FROM reservation WHERE product = ?';

/** Products that the words mean, with what orders claim of them. Each claim is counted once an order. */
const ASKED = `WITH claim AS (
    SELECT product, sum(pieces) AS reserved, count(DISTINCT CASE WHEN missing > 0 THEN order_id END) AS short_orders
    FROM reservation WHERE product IS NOT NULL GROUP BY product
  ), asked AS (
    SELECT p.*, coalesce(c.reserved, 0) AS reserved, coalesce(c.short_orders, 0) AS short_orders
    FROM product p LEFT JOIN claim c ON c.product = p.sku
    WHERE (@sku IS NULL OR p.sku = @sku) AND (@like = '' OR p.sku LIKE @like ESCAPE '\\' OR p.title LIKE @like ESCAPE '\\'
      OR p.variant LIKE @like ESCAPE '\\' OR p.bin LIKE @like ESCAPE '\\')
  )`;
const IS = {
  all: 'TRUE',
  short: 'short_orders > 0',
  low: 'quantity IS NOT NULL AND low_at IS NOT NULL AND quantity - reserved <= low_at',
  uncounted: 'quantity IS NULL',
} as const;
const STOCK_COUNTS = `${ASKED} SELECT count(*) AS "all", count(*) FILTER (WHERE ${IS.short}) AS short,
  count(*) FILTER (WHERE ${IS.low}) AS low, count(*) FILTER (WHERE ${IS.uncounted}) AS uncounted FROM asked`;

const stockList = (filter: keyof typeof IS): string =>
  `${ASKED} SELECT * FROM asked WHERE ${IS[filter]} ORDER BY sku LIMIT @limit OFFSET @offset`;

type StockReads = Pick<
  Reads,
  | 'stockRows'
  | 'stockRow'
  | 'currenciesInUse'
  | 'stockCounts'
  | 'claims'
  | 'countedProducts'
  | 'piecesMoved'
  | 'reservedBefore'
  | 'deskOrdersFor'
  | 'deskOrdersWithFloor'
  | 'unmappedArticles'
  | 'unmappedCount'
  | 'stockMoves'
>;

/** Reading of the shelf: what lies there, who claims it, what came and went. */
export function stockReads(connection: Connection): StockReads {
  return {
    ...claimReads(connection),
    stockRows: async ({ query, filter }, offset, limit) =>
      connection.mapRows(
        (row) => stockRow(connection, row),
        connection.all(stockList(filter), { sku: null, like: likeOf(query), limit, offset }),
      ),
    stockRow: async (sku) => {
      const row = connection.get(stockList('all'), { sku, like: '', limit: 1, offset: 0 });
      return row === null ? null : stockRow(connection, row);
    },
    stockCounts: async (query) => {
      const row = connection.get(STOCK_COUNTS, { sku: null, like: likeOf(query) });
      const count = (name: keyof typeof IS) => Number(row?.[name] ?? 0);
      return { all: count('all'), short: count('short'), low: count('low'), uncounted: count('uncounted') };
    },
    unmappedArticles: async (limit) => connection.list(toUnmapped, NAMED, [limit]),
    unmappedCount: async () => Number(connection.get(UNMAPPED_COUNT)?.['count'] ?? 0),
    currenciesInUse: async () => connection.all(CURRENCIES).map((row) => String(row['currency'])),
    stockMoves: async (sku, limit) => connection.list(toMove, MOVES, [sku, limit]),
    piecesMoved: async (orderId) =>
      new Map(connection.all(PIECES_MOVED, [orderId]).map((row) => [String(row['sku']), Number(row['pieces'])])),
  };
}

type ClaimReads = Pick<
  Reads,
  'claims' | 'countedProducts' | 'reservedBefore' | 'deskOrdersFor' | 'deskOrdersWithFloor'
>;

function claimReads(connection: Connection): ClaimReads {
  return {
    claims: async (sku) => connection.list(toClaim, CLAIMS, [sku]),
    countedProducts: async (orders) => {
      const rows =
        orders === null ? connection.all(COUNTED_ON_DESK) : connection.all(COUNTED_OF_ORDERS, [JSON.stringify(orders)]);
      return rows.map((row) => String(row['sku']));
    },
    reservedBefore: async (sku, { id: orderId, placedAtMs }) =>
      Number(connection.get(RESERVED_BEFORE, { sku, id: orderId, placedAtMs })?.['pieces'] ?? 0),
    deskOrdersFor: async (skus) => connection.all(DESK_ORDERS, [JSON.stringify(skus)]).map(orderIdOf),
    deskOrdersWithFloor: async () => connection.all(DESK_ORDERS_WITH_FLOOR).map(orderIdOf),
  };
}

const orderIdOf = (row: SqlRow): OrderId => String(row['order_id']) as OrderId;

function stockRow(connection: Connection, row: SqlRow): StockRow {
  const product = toProduct(row);
  const aliases = connection.list(toAlias, ALIASES, [product.sku]);
  const asking = connection.all(ASKING_PLATFORMS, [product.sku]).map((asked) => asked['platform'] as PlatformId);
  const platforms = PLATFORMS.filter(
    (platform) => asking.includes(platform) || aliases.some((alias) => alias.platform === platform),
  );
  return {
    product,
    reserved: Number(row['reserved']),
    shortOrders: Number(row['short_orders']),
    aliases,
    platforms,
  };
}
