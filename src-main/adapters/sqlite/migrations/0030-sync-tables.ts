/** How a shop comes by its orders, and how far that is. A shop of an earlier version talks to its platform's API. */
export const SHOP_COLUMNS = `
ALTER TABLE shop ADD COLUMN mode TEXT NOT NULL DEFAULT 'api';
ALTER TABLE shop ADD COLUMN backfill TEXT;
ALTER TABLE shop ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE shop ADD COLUMN after_sales_fault TEXT;
ALTER TABLE shop ADD COLUMN last_reconcile TEXT;
ALTER TABLE shop ADD COLUMN key_reminder TEXT;
ALTER TABLE parcel ADD COLUMN items TEXT;

CREATE TABLE reconcile_report (
  shop_id TEXT PRIMARY KEY NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  report TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a shop's connector keeps over a restart: tokens, buckets, bought labels.
CREATE TABLE notebook (
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (shop_id, name)
) STRICT, WITHOUT ROWID;
`;

/**
 * Cases as the platforms report them. due_sort_ms is due_at_ms of an open case, or the greatest safe integer, so that
 * what waits for nobody comes last. code and tracking_code are remote_id and tracking_number as a scanner reads them.
 */
export const AFTER_SALE_TABLE = `
CREATE TABLE after_sale (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  order_id TEXT REFERENCES order_header (id) ON DELETE CASCADE,
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  order_remote_id TEXT,
  order_number TEXT,
  stage TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER,
  due_sort_ms INTEGER NOT NULL,
  code TEXT NOT NULL,
  tracking_code TEXT,
  rest TEXT NOT NULL,
  raw BLOB NOT NULL,
  UNIQUE (shop_id, kind, remote_id)
) STRICT;
CREATE INDEX after_sale_due ON after_sale (due_sort_ms, updated_at_ms DESC, row_id DESC);
CREATE INDEX after_sale_open ON after_sale (due_sort_ms, updated_at_ms DESC, row_id DESC) WHERE stage <> 'closed';
CREATE INDEX after_sale_shop ON after_sale (shop_id, due_sort_ms, updated_at_ms DESC, row_id DESC, stage);
CREATE INDEX after_sale_order ON after_sale (order_id, due_sort_ms, updated_at_ms DESC, row_id DESC);
CREATE INDEX after_sale_unlinked ON after_sale (shop_id, updated_at_ms)
  WHERE order_id IS NULL AND (order_remote_id IS NOT NULL OR order_number IS NOT NULL);
CREATE INDEX after_sale_code ON after_sale (code);
CREATE INDEX after_sale_tracking ON after_sale (tracking_code) WHERE tracking_code IS NOT NULL;
`;

/** An effect may belong to no order (stock, a question about a product): it then goes with its shop. */
export const OUTBOX_WITHOUT_ORDERS = `
CREATE TABLE outbox_new (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  order_id TEXT REFERENCES order_header (id) ON DELETE CASCADE,
  command_id TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  effect TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  started_at_ms INTEGER,
  settled_at_ms INTEGER,
  last_code TEXT
) STRICT;
INSERT INTO outbox_new
  SELECT sequence, id, shop_id, order_id, command_id, key, effect, state, attempts, created_at_ms, due_at_ms,
    started_at_ms, settled_at_ms, last_code
  FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_order ON outbox (order_id);
CREATE INDEX outbox_shop ON outbox (shop_id);
CREATE INDEX outbox_command ON outbox (command_id);
CREATE INDEX outbox_state ON outbox (state, sequence);
CREATE INDEX outbox_due ON outbox (shop_id, due_at_ms, sequence) WHERE state IN ('queued', 'unconfirmed');
CREATE INDEX outbox_front ON outbox (order_id, sequence, state)
  WHERE state IN ('queued', 'running', 'unconfirmed', 'gave-up');
`;
