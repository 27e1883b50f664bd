import type { OrderCaseFilter, OrderCaseRow } from '../../app/ports/store-cases.ts';
import type { Reads } from '../../app/ports/store.ts';
import { CASE_OPENING_KINDS } from '../../core/case/reported-case.ts';
import type { Order } from '../../core/order/order.ts';
import {
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_REASONS,
  type CaseNote,
  type ClosedCase,
  type OpenCase,
} from '../../core/order/work.ts';
import type { AfterSaleId, OrderId } from '../../core/shared/ids.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection, SqlRow } from './connection.ts';
import { id, integer, json, list, nullable, object, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { insertInto, NO_DUE_MS, sqlList, type Columns } from './sql-text.ts';

type CaseColumns = OpenCase &
  Omit<OrderCaseRow, 'case'> & {
    readonly closedAtMs: number | null;
    readonly outcome: ClosedCase['outcome'];
  };

const toCaseColumns = rowMapper<CaseColumns>('order_case', 'id', {
  orderId: id(),
  shopId: id(),
  platform: oneOf(PLATFORMS),
  remoteId: text,
  title: text,
  sku: text,
  fileCount: integer,
  id: id(),
  kind: oneOf(CASE_KINDS),
  reason: nullable(oneOf(CASE_REASONS)),
  note: text,
  notes: json(list(object<CaseNote>({ atMs: integer, text }))),
  openedAtMs: integer,
  dueAtMs: nullable(integer),
  afterSaleId: nullable(id()),
  closedAtMs: nullable(integer),
  outcome: nullable(oneOf(CASE_OUTCOMES)),
});

function toRow(row: SqlRow): OrderCaseRow {
  const columns = toCaseColumns(row);
  const { orderId, shopId, platform, remoteId, title, sku, fileCount, closedAtMs, outcome, ...open } = columns;
  const one = closedAtMs === null ? open : { ...open, closedAtMs, outcome };
  return { orderId, shopId, platform, remoteId, title, sku, fileCount, case: one };
}

const toReport = rowMapper<{ readonly id: AfterSaleId; readonly orderId: OrderId }>('after_sale', 'id', {
  id: id(),
  orderId: id(),
});

const WHERE_ALL = 'order_case.is_open = ?';
const WHERE_SHOP = 'order_case.shop_id = ? AND order_case.is_open = ?';

/** Open ones due first, ended ones newest first; each condition has an index in this order. */
export function orderCasesSql(isOfShop: boolean): string {
  return `SELECT order_case.*, card.order_id, card.platform, card.remote_id, card.title, card.sku,
    (SELECT count(*) FROM attachment
      WHERE attachment.case_id = order_case.id AND attachment.removed_at_ms IS NULL) AS file_count
    FROM order_case CROSS JOIN card ON card.row_id = order_case.order_row
    WHERE ${isOfShop ? WHERE_SHOP : WHERE_ALL}
    ORDER BY order_case.sort_ms, order_case.opened_at_ms DESC LIMIT ? OFFSET ?`;
}

export function orderCaseCountSql(isOfShop: boolean): string {
  return `SELECT count(*) AS count FROM order_case WHERE ${isOfShop ? WHERE_SHOP : WHERE_ALL}`;
}

/** Newest first: what stands for long without a case waits for its order to leave. */
export const REPORTS_WITHOUT_CASE = `SELECT id, order_id FROM after_sale
  WHERE shop_id = ? AND stage <> 'closed' AND order_id IS NOT NULL
    AND kind IN ${sqlList(CASE_OPENING_KINDS)}
    AND NOT EXISTS (SELECT 1 FROM order_case WHERE order_case.after_sale_id = after_sale.id)
  ORDER BY updated_at_ms DESC LIMIT ?`;

type OrderCaseReads = Pick<Reads, 'orderCases' | 'orderCaseCount' | 'reportsWithoutCase'>;

/** Reading of our cases over all orders. */
export function orderCaseReads(connection: Connection): OrderCaseReads {
  return {
    orderCases: async (filter, offset, limit) =>
      connection.list(toRow, orderCasesSql(filter.shopId !== null), [...paramsOf(filter), limit, offset]),
    orderCaseCount: async (filter) =>
      Number(connection.get(orderCaseCountSql(filter.shopId !== null), paramsOf(filter))?.['count']),
    reportsWithoutCase: async (shopId, limit) => connection.list(toReport, REPORTS_WITHOUT_CASE, [shopId, limit]),
  };
}

function paramsOf({ shopId, isOpen }: OrderCaseFilter): (string | number)[] {
  return [...(shopId === null ? [] : [shopId]), Number(isOpen)];
}

const COLUMNS = [
  'order_row',
  'position',
  'id',
  'shop_id',
  'kind',
  'reason',
  'note',
  'notes',
  'opened_at_ms',
  'due_at_ms',
  'after_sale_id',
  'closed_at_ms',
  'outcome',
  'is_open',
  'sort_ms',
] as const;
const FORGET = 'DELETE FROM order_case WHERE order_row = ?';
const INSERT = insertInto('order_case', COLUMNS);

/** Writes the cases of an order whose header has this row id, open and ended, in place of those written before. */
export function saveOrderCases(connection: Connection, rowId: number, { shopId, work }: Order): void {
  connection.run(FORGET, [rowId]);
  for (const [position, one] of [...work.cases, ...work.pastCases].entries()) {
    connection.run(INSERT, { ...caseColumns(one), order_row: rowId, position, shop_id: shopId });
  }
}

function caseColumns(
  one: OpenCase | ClosedCase,
): Columns<Exclude<(typeof COLUMNS)[number], 'order_row' | 'position' | 'shop_id'>> {
  const ended = 'closedAtMs' in one ? one : null;
  return {
    id: one.id,
    kind: one.kind,
    reason: one.reason,
    note: one.note,
    notes: JSON.stringify(one.notes),
    opened_at_ms: one.openedAtMs,
    due_at_ms: one.dueAtMs,
    after_sale_id: one.afterSaleId,
    closed_at_ms: ended?.closedAtMs ?? null,
    outcome: ended?.outcome ?? null,
    is_open: Number(ended === null),
    sort_ms: ended === null ? (one.dueAtMs ?? NO_DUE_MS) : -ended.closedAtMs,
  };
}
