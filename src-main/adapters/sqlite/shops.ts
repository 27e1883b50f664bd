import {
  RECONCILE_DIFFERENCES,
  SHOP_MODES,
  type ReconcileDifference,
  type ReconcileReport,
  type ShopRow,
} from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection } from './connection.ts';
import { flag, id, integer, json, list, nullable, number, object, oneOf, record, text, truth } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto, type Columns } from './sql-text.ts';

const toShop = rowMapper<ShopRow>('shop', 'id', {
  id: id(),
  platform: oneOf(PLATFORMS),
  name: text,
  settings: json(record(text)),
  isDemo: flag,
  isPaused: flag,
  currency: nullable(text),
  keyExpiresAtMs: nullable(integer),
  createdAtMs: integer,
  lastGoodSyncMs: nullable(integer),
  lastFault: nullable(text),
  lastFaultAtMs: nullable(integer),
  clockSkewMs: nullable(integer),
  lastReconcileMs: nullable(integer),
  mode: oneOf(SHOP_MODES),
  backfill: nullable(json(object({ part: nullable(number), orderCount: integer, isStopped: truth }))),
  warnings: json(list(text)),
  afterSalesFault: nullable(text),
  lastReconcile: nullable(json(object({ missing: integer, stale: integer, unreadable: integer }))),
  keyReminder: nullable(text),
});

const difference = object<ReconcileDifference>({
  kind: oneOf(RECONCILE_DIFFERENCES),
  remoteId: text,
  orderId: nullable(id()),
  before: nullable(text),
  after: nullable(text),
});
const toReport = rowMapper<{ readonly report: ReconcileReport }>('reconcile_report', 'shop_id', {
  report: json(object<ReconcileReport>({ atMs: integer, checked: integer, differences: list(difference) })),
});
const toPage = rowMapper<{ readonly name: string; readonly text: string }>('notebook', 'name', { name: text, text });

const CURSOR = 'SELECT cursor FROM sync_cursor WHERE shop_id = ? AND stream = ?';
const SAVE_CURSOR = upsertInto('sync_cursor', 'shop_id, stream', ['shop_id', 'stream', 'cursor']);

const REPORT = 'SELECT * FROM reconcile_report WHERE shop_id = ?';
const SAVE_REPORT = upsertInto('reconcile_report', 'shop_id', ['shop_id', 'report']);
const PAGE = 'SELECT * FROM notebook WHERE shop_id = ? AND name = ?';
const PAGES = 'SELECT * FROM notebook WHERE shop_id = ?';
const SAVE_PAGE = upsertInto('notebook', 'shop_id, name', ['shop_id', 'name', 'text']);
const FORGET_PAGE = 'DELETE FROM notebook WHERE shop_id = ? AND name = ?';

type ShopReads = Pick<Reads, 'shops' | 'shop' | 'cursor' | 'reconcileReport' | 'notebookPage' | 'notebookPages'>;
type ShopWrites = Pick<Writes, 'saveShop' | 'removeShop' | 'saveCursor' | 'saveReconcileReport' | 'saveNotebookPage'>;

/** Reading of shops, oldest first, of their sync cursors, reports and notebooks. */
export function shopReads(connection: Connection): ShopReads {
  return {
    shops: async () => connection.list(toShop, 'SELECT * FROM shop ORDER BY created_at_ms, id'),
    shop: async (shopId) => connection.one(toShop, 'SELECT * FROM shop WHERE id = ?', [shopId]),
    cursor: async (shopId, stream) => {
      const row = connection.get(CURSOR, [shopId, stream]);
      return row === null ? null : String(row['cursor']);
    },
    reconcileReport: async (shopId) => connection.one(toReport, REPORT, [shopId])?.report ?? null,
    notebookPage: async (shopId, name) => connection.one(toPage, PAGE, [shopId, name])?.text ?? null,
    notebookPages: async (shopId) =>
      new Map(connection.list(toPage, PAGES, [shopId]).map(({ name, text: page }) => [name, page])),
  };
}

const COLUMNS = [
  'id',
  'platform',
  'name',
  'settings',
  'is_demo',
  'is_paused',
  'currency',
  'key_expires_at_ms',
  'created_at_ms',
  'last_good_sync_ms',
  'last_fault',
  'last_fault_at_ms',
  'clock_skew_ms',
  'last_reconcile_ms',
  'mode',
  'backfill',
  'warnings',
  'after_sales_fault',
  'last_reconcile',
  'key_reminder',
] as const;
const SAVE_SHOP = upsertInto('shop', 'id', COLUMNS);

/** Jobs go with their orders; a batch may have had labels of several shops. */
const DROP_EMPTY_BATCHES =
  'DELETE FROM print_batch WHERE NOT EXISTS (SELECT 1 FROM print_job WHERE batch_id = print_batch.id)';

/** Writing of shops. Removing one takes all that hangs on it along, by the tables' references. */
export function shopWrites(connection: Connection): ShopWrites {
  return {
    saveShop: async (row) => {
      connection.run(SAVE_SHOP, shopColumns(row));
    },
    removeShop: async (shopId) => {
      connection.run('DELETE FROM shop WHERE id = ?', [shopId]);
      connection.run(DROP_EMPTY_BATCHES);
    },
    saveCursor: async (shopId, stream, cursor) => {
      connection.run(SAVE_CURSOR, { shop_id: shopId, stream, cursor });
    },
    saveReconcileReport: async (shopId, report) => {
      connection.run(SAVE_REPORT, { shop_id: shopId, report: JSON.stringify(report) });
    },
    saveNotebookPage: async (shopId, name, page) => {
      if (page === null) connection.run(FORGET_PAGE, [shopId, name]);
      else connection.run(SAVE_PAGE, { shop_id: shopId, name, text: page });
    },
  };
}

function shopColumns(row: ShopRow): Columns<(typeof COLUMNS)[number]> {
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    settings: JSON.stringify(row.settings),
    is_demo: Number(row.isDemo),
    is_paused: Number(row.isPaused),
    currency: row.currency,
    key_expires_at_ms: row.keyExpiresAtMs,
    created_at_ms: row.createdAtMs,
    last_good_sync_ms: row.lastGoodSyncMs,
    last_fault: row.lastFault,
    last_fault_at_ms: row.lastFaultAtMs,
    clock_skew_ms: row.clockSkewMs,
    last_reconcile_ms: row.lastReconcileMs,
    mode: row.mode,
    backfill: row.backfill === null ? null : JSON.stringify(row.backfill),
    warnings: JSON.stringify(row.warnings),
    after_sales_fault: row.afterSalesFault,
    last_reconcile: row.lastReconcile === null ? null : JSON.stringify(row.lastReconcile),
    key_reminder: row.keyReminder,
  };
}
