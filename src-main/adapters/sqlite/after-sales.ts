import type { AfterSaleFilter, AfterSaleRow } from '../../app/ports/store-after-sales.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import {
  AFTER_SALE_ACTIONS,
  AFTER_SALE_KINDS,
  AFTER_SALE_STAGES,
  type AfterSale,
  type AfterSaleMessage,
} from '../../core/case/after-sale.ts';
import type { Money } from '../../core/money/money.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import { normaliseCode } from './codes-of.ts';
import type { Connection, SqlRow } from './connection.ts';
import { id, integer, json, list, nullable, object, oneOf, text } from './decode.ts';
import { pack } from './packed-text.ts';
import { rowMapper } from './row-decoder.ts';
import { NO_DUE_MS, upsertInto, type Columns } from './sql-text.ts';

type InColumns = Pick<
  AfterSale,
  | 'platform'
  | 'kind'
  | 'remoteId'
  | 'orderRemoteId'
  | 'orderNumber'
  | 'stage'
  | 'openedAtMs'
  | 'updatedAtMs'
  | 'dueAtMs'
>;
type AsJson = Omit<AfterSale, keyof InColumns>;

const toColumns = rowMapper<Omit<AfterSaleRow, 'afterSale'> & InColumns & { readonly rest: AsJson }>(
  'after_sale',
  'id',
  {
    id: id(),
    shopId: id(),
    orderId: nullable(id()),
    platform: oneOf(PLATFORMS),
    kind: oneOf(AFTER_SALE_KINDS),
    remoteId: text,
    orderRemoteId: nullable(text),
    orderNumber: nullable(text),
    stage: oneOf(AFTER_SALE_STAGES),
    openedAtMs: integer,
    updatedAtMs: integer,
    dueAtMs: nullable(integer),
    rest: json(
      object<AsJson>({
        rawStatus: text,
        reason: nullable(text),
        messages: list(
          object<AfterSaleMessage>({ by: oneOf(['buyer', 'seller', 'platform']), atMs: nullable(integer), text }),
        ),
        amount: nullable(object<Money>({ minor: integer, currency: text })),
        items: list(object({ remoteSku: text, title: text, quantity: integer })),
        rating: nullable(integer),
        trackingNumber: nullable(text),
        carrier: nullable(text),
        openActions: list(oneOf(AFTER_SALE_ACTIONS)),
      }),
    ),
  },
);

function toRow(row: SqlRow): AfterSaleRow {
  const { id: afterSaleId, shopId, orderId, rest, ...columns } = toColumns(row);
  return { id: afterSaleId, shopId, orderId, afterSale: { ...columns, ...rest } };
}

const BY_ID = 'SELECT * FROM after_sale WHERE id = ?';
export const CASE_BY_REMOTE = 'SELECT * FROM after_sale WHERE shop_id = ? AND kind = ? AND remote_id = ?';
export const UNLINKED_CASES = `SELECT * FROM after_sale WHERE shop_id = ? AND order_id IS NULL
  AND (order_remote_id IS NOT NULL OR order_number IS NOT NULL) ORDER BY updated_at_ms DESC LIMIT ?`;
const LINK = 'UPDATE after_sale SET order_id = ? WHERE id = ?';

interface Condition {
  readonly where: string;
  readonly params: readonly string[];
}

/** Due first, then newest; each condition has an index in this order. */
export function casesSql({ where }: Pick<Condition, 'where'>): string {
  return `SELECT * FROM after_sale ${where} ORDER BY due_sort_ms, updated_at_ms DESC, row_id DESC LIMIT ? OFFSET ?`;
}

export function caseCondition({ orderId, shopId, isOpenOnly }: AfterSaleFilter): Condition {
  const parts = [
    ...(orderId === null ? [] : ['order_id = ?']),
    ...(shopId === null ? [] : ['shop_id = ?']),
    ...(isOpenOnly ? ["stage <> 'closed'"] : []),
  ];
  return {
    where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`,
    params: [orderId, shopId].filter((value) => value !== null),
  };
}

type AfterSaleReads = Pick<
  Reads,
  'afterSale' | 'afterSaleByRemote' | 'afterSales' | 'afterSaleCount' | 'unlinkedAfterSales'
>;

/** Reading of cases. */
export function afterSaleReads(connection: Connection): AfterSaleReads {
  return {
    afterSale: async (afterSaleId) => connection.one(toRow, BY_ID, [afterSaleId]),
    afterSaleByRemote: async (shopId, kind, remoteId) =>
      connection.one(toRow, CASE_BY_REMOTE, [shopId, kind, remoteId]),
    afterSales: async (filter, offset, limit) => {
      const condition = caseCondition(filter);
      return connection.list(toRow, casesSql(condition), [...condition.params, limit, offset]);
    },
    afterSaleCount: async (filter) => {
      const { where, params } = caseCondition(filter);
      return Number(connection.get(`SELECT count(*) AS count FROM after_sale ${where}`, params)?.['count']);
    },
    unlinkedAfterSales: async (shopId, limit) => connection.list(toRow, UNLINKED_CASES, [shopId, limit]),
  };
}

const COLUMNS = [
  'id',
  'shop_id',
  'order_id',
  'platform',
  'kind',
  'remote_id',
  'order_remote_id',
  'order_number',
  'stage',
  'opened_at_ms',
  'updated_at_ms',
  'due_at_ms',
  'due_sort_ms',
  'code',
  'tracking_code',
  'rest',
  'raw',
] as const;
const SAVE = upsertInto('after_sale', 'id', COLUMNS);

/** Writing of cases. */
export function afterSaleWrites(connection: Connection): Pick<Writes, 'saveAfterSale' | 'linkAfterSale'> {
  return {
    saveAfterSale: async (row, raw) => {
      connection.run(SAVE, columnsOf(row, raw));
    },
    linkAfterSale: async (afterSaleId, orderId) =>
      connection.change('after_sale', afterSaleId, LINK, [orderId, afterSaleId]),
  };
}

function columnsOf(
  { id: afterSaleId, shopId, orderId, afterSale }: AfterSaleRow,
  raw: string,
): Columns<(typeof COLUMNS)[number]> {
  const { platform, kind, remoteId, orderRemoteId, orderNumber, stage, openedAtMs, updatedAtMs, dueAtMs, ...rest } =
    afterSale;
  const isDue = stage !== 'closed' && dueAtMs !== null;
  return {
    id: afterSaleId,
    shop_id: shopId,
    order_id: orderId,
    platform,
    kind,
    remote_id: remoteId,
    order_remote_id: orderRemoteId,
    order_number: orderNumber,
    stage,
    opened_at_ms: openedAtMs,
    updated_at_ms: updatedAtMs,
    due_at_ms: dueAtMs,
    due_sort_ms: isDue ? dueAtMs : NO_DUE_MS,
    code: normaliseCode(remoteId),
    tracking_code: rest.trackingNumber === null ? null : normaliseCode(rest.trackingNumber) || null,
    rest: JSON.stringify(rest),
    raw: pack(raw),
  };
}
