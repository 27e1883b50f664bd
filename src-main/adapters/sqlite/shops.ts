import type { ShopRow } from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection } from './connection.ts';
import { flag, id, integer, json, nullable, oneOf, record, text } from './decode.ts';
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
});

const CURSOR = 'SELECT cursor FROM sync_cursor WHERE shop_id = ? AND stream = ?';
const SAVE_CURSOR = upsertInto('sync_cursor', 'shop_id, stream', ['shop_id', 'stream', 'cursor']);

/** Reading of shops, oldest first, and of their sync cursors. */
export function shopReads(connection: Connection): Pick<Reads, 'shops' | 'shop' | 'cursor'> {
  return {
    shops: async () => connection.list(toShop, 'SELECT * FROM shop ORDER BY created_at_ms, id'),
    shop: async (shopId) => connection.one(toShop, 'SELECT * FROM shop WHERE id = ?', [shopId]),
    cursor: async (shopId, stream) => {
      const row = connection.get(CURSOR, [shopId, stream]);
      return row === null ? null : String(row['cursor']);
    },
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
] as const;
const SAVE_SHOP = upsertInto('shop', 'id', COLUMNS);

/** Jobs go with their orders; a batch may have had labels of several shops. */
const DROP_EMPTY_BATCHES =
  'DELETE FROM print_batch WHERE NOT EXISTS (SELECT 1 FROM print_job WHERE batch_id = print_batch.id)';

/** Writing of shops. Removing one takes all that hangs on it along, by the tables' references. */
export function shopWrites(connection: Connection): Pick<Writes, 'saveShop' | 'removeShop' | 'saveCursor'> {
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
  };
}
