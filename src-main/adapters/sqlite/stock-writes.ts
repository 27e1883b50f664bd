import type { Writes } from '../../app/ports/store.ts';
import { isLabelled } from '../../core/order/lane-of.ts';
import type { Order } from '../../core/order/order.ts';
import { claimsPieces, piecesByArticle } from '../../core/stock/goods.ts';
import type { Connection, SqlRow } from './connection.ts';
import { productOf } from './products.ts';
import { insertInto, upsertInto } from './sql-text.ts';

const CLAIM_COLUMNS = [
  'order_row',
  'article',
  'platform',
  'product',
  'pieces',
  'missing',
  'is_labelled',
  'placed_at_ms',
  'order_id',
] as const;
const PRODUCT_OF = `SELECT ${productOf('@platform', '@article')} AS product`;
const CLAIMS_OF_ORDER = `SELECT ${CLAIM_COLUMNS.join(', ')} FROM reservation WHERE order_row = ? ORDER BY article`;
const DROP_CLAIMS = 'DELETE FROM reservation WHERE order_row = ?';
const ADD_CLAIM = insertInto('reservation', CLAIM_COLUMNS);

type ClaimRow = Readonly<Record<(typeof CLAIM_COLUMNS)[number], string | number | null>>;

/**
 * Writes what the order whose header has this row id claims of the shelf: a row an article while its goods have not
 * left, none after. Most changes of an order change no claim, so nothing is written then.
 */
export function saveReservation(connection: Connection, rowId: number, order: Order): void {
  const stored = connection.all(CLAIMS_OF_ORDER, [rowId]);
  const claims = claimsPieces(order) ? claimRows(connection, rowId, order) : [];
  if (stored.length === claims.length && stored.every((row, index) => isSame(row, claims[index]))) return;
  if (stored.length > 0) connection.run(DROP_CLAIMS, [rowId]);
  for (const claim of claims) connection.run(ADD_CLAIM, claim);
}

function isSame(stored: SqlRow, claim: ClaimRow | undefined): boolean {
  return claim !== undefined && CLAIM_COLUMNS.every((column) => stored[column] === claim[column]);
}

/** By article, as they are read back. */
function claimRows(connection: Connection, rowId: number, order: Order): ClaimRow[] {
  const { facts } = order;
  return [...piecesByArticle(facts)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([article, pieces]) => {
      const product = productSku(connection, facts.platform, article);
      return {
        order_row: rowId,
        article,
        platform: facts.platform,
        product,
        pieces,
        missing: product === null ? 0 : missingOf(order, product),
        is_labelled: Number(isLabelled(order)),
        placed_at_ms: facts.placedAtMs,
        order_id: order.id,
      };
    });
}

function productSku(connection: Connection, platform: string, article: string): string | null {
  const sku = connection.get(PRODUCT_OF, { platform, article })?.['product'];
  return typeof sku === 'string' ? sku : null;
}

function missingOf({ checks }: Order, product: string): number {
  const check = checks.find(({ code, params }) => code === 'out-of-stock' && params['sku'] === product);
  return Number(check?.params['missing'] ?? 0);
}

const SAVE_ALIAS = upsertInto('product_alias', 'platform, article_sku', ['platform', 'article_sku', 'sku']);
const DROP_ALIAS = 'DELETE FROM product_alias WHERE platform = ? AND article_sku = ?';
const MOVE_CLAIMS = `UPDATE reservation SET product = ${productOf('platform', 'article')}
  WHERE article = @article AND platform = @platform`;
const ADD_MOVE = insertInto('stock_move', [
  'sku',
  'at_ms',
  'delta',
  'quantity',
  'reason',
  'note',
  'order_id',
  'command_id',
]);

type StockWrites = Pick<Writes, 'saveAlias' | 'addStockMove'>;

/** Writing of what stands for an article, and of what came and went. */
export function stockWrites(connection: Connection): StockWrites {
  return {
    saveAlias: async (platform, articleSku, sku) =>
      connection.atomic(() => {
        if (sku === null) connection.run(DROP_ALIAS, [platform, articleSku]);
        else connection.run(SAVE_ALIAS, { platform, article_sku: articleSku, sku });
        connection.run(MOVE_CLAIMS, { platform, article: articleSku });
      }),
    addStockMove: async (row) => {
      connection.run(ADD_MOVE, {
        sku: row.sku,
        at_ms: row.atMs,
        delta: row.delta,
        quantity: row.quantity,
        reason: row.reason,
        note: row.note,
        order_id: row.orderId,
        command_id: row.commandId,
      });
    },
  };
}
