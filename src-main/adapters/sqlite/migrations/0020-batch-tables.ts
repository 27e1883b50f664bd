/** Print batches, what a printer is used for, the seller's cuts, paper beside the labels, and what she set. */
export const BATCH_TABLES = `
CREATE TABLE print_batch (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  printer_id TEXT NOT NULL,
  sort TEXT NOT NULL,
  is_reversed INTEGER NOT NULL,
  state TEXT NOT NULL,
  stop_reason TEXT,
  stopped_at INTEGER,
  created_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX print_batch_state ON print_batch (state, created_at_ms);
CREATE INDEX print_batch_age ON print_batch (created_at_ms);

CREATE TABLE label_fit (
  key TEXT PRIMARY KEY NOT NULL,
  fit TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE slip_print (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  printer_id TEXT NOT NULL,
  order_ids TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX slip_print_age ON slip_print (at_ms);

CREATE TABLE setting (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** A job that was asked for before there were batches becomes a batch of its own, of the same id. */
export const JOBS_IN_BATCHES = `
INSERT INTO print_batch (id, printer_id, sort, is_reversed, state, stop_reason, stopped_at, created_at_ms)
  SELECT id, printer_id, 'given', 0,
    CASE state
      WHEN 'waiting' THEN 'running' WHEN 'queued' THEN 'running' WHEN 'sending' THEN 'running'
      WHEN 'unknown' THEN 'stopped' WHEN 'cancelled' THEN 'cancelled' ELSE 'done' END,
    CASE state WHEN 'unknown' THEN 'unknown' END,
    CASE state WHEN 'unknown' THEN 1 END,
    created_at_ms
  FROM print_job ORDER BY created_at_ms, row_id;

CREATE TABLE print_job_new (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  batch_id TEXT NOT NULL REFERENCES print_batch (id),
  position INTEGER NOT NULL,
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
INSERT INTO print_job_new
  SELECT row_id, id, id, 1, key, order_id, command_id, parcel_id, printer_id, label_id, state, copy, reprint_reason,
    step, ticket, attempts, due_at_ms, created_at_ms, settled_at_ms, byte_count, warnings, preview_png
  FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_new RENAME TO print_job;
CREATE INDEX print_job_batch ON print_job (batch_id, position);
CREATE INDEX print_job_order ON print_job (order_id);
CREATE INDEX print_job_label ON print_job (label_id);
CREATE INDEX print_job_state ON print_job (state, created_at_ms);
CREATE INDEX print_job_age ON print_job (created_at_ms);
`;

/** The default printer prints the labels. New fields of a profile get what the printer did without them. */
export const PRINTER_ROLES_TABLE = `
CREATE TABLE printer_role (
  role TEXT PRIMARY KEY NOT NULL,
  printer_id TEXT NOT NULL REFERENCES printer (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX printer_role_printer ON printer_role (printer_id);
INSERT INTO printer_role (role, printer_id) SELECT 'label', id FROM printer WHERE is_default = 1;
DROP INDEX printer_default;
ALTER TABLE printer DROP COLUMN is_default;
UPDATE printer SET profile =
  json_set(profile, '$.feedScale', 1, '$.inkThreshold', 160, '$.cut', 'none', '$.quirks', json('[]'));
`;
