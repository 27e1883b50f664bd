/** Durable ledgers of what goes out: effects to platforms, labels, and paper. */
export const LEDGER_TABLES = `
-- A row goes with its order, and so with its shop; shop_id is here for the queue of each shop.
CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
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
CREATE INDEX outbox_order ON outbox (order_id);
CREATE INDEX outbox_command ON outbox (command_id);
CREATE INDEX outbox_state ON outbox (state, sequence);
CREATE INDEX outbox_due ON outbox (shop_id, due_at_ms, sequence) WHERE state IN ('queued', 'unconfirmed');
CREATE INDEX outbox_front ON outbox (order_id, sequence, state)
  WHERE state IN ('queued', 'running', 'unconfirmed', 'gave-up');

CREATE TABLE label_document (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
  parcel_id TEXT NOT NULL,
  source TEXT NOT NULL,
  file_name TEXT,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX label_document_order ON label_document (order_id, created_at_ms);

-- A job outlives its printer, so printer_id is no reference.
CREATE TABLE print_job (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
  command_id TEXT NOT NULL,
  parcel_id TEXT NOT NULL,
  printer_id TEXT NOT NULL,
  label_id TEXT REFERENCES label_document (id),
  state TEXT NOT NULL,
  copy INTEGER NOT NULL,
  reprint_reason TEXT,
  step TEXT NOT NULL,
  ticket TEXT,
  attempts INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER,
  byte_count INTEGER NOT NULL,
  warnings TEXT NOT NULL,
  preview_png BLOB
) STRICT;
CREATE INDEX print_job_order ON print_job (order_id);
CREATE INDEX print_job_label ON print_job (label_id);
CREATE INDEX print_job_state ON print_job (state, created_at_ms);
CREATE INDEX print_job_age ON print_job (created_at_ms);
`;
