/** Shops, what they were last seen to be, the catalogue, printers, and the revision that the window compares. */
export const SHOP_TABLES = `
CREATE TABLE change_counter (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO change_counter (id, revision) VALUES (1, 0);

CREATE TABLE shop (
  id TEXT PRIMARY KEY NOT NULL,
  platform TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  is_demo INTEGER NOT NULL,
  is_paused INTEGER NOT NULL,
  currency TEXT,
  key_expires_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  last_good_sync_ms INTEGER,
  last_fault TEXT,
  last_fault_at_ms INTEGER,
  clock_skew_ms INTEGER,
  last_reconcile_ms INTEGER
) STRICT;

CREATE TABLE sync_cursor (
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  stream TEXT NOT NULL,
  cursor TEXT NOT NULL,
  PRIMARY KEY (shop_id, stream)
) STRICT, WITHOUT ROWID;

-- What a platform sent and nobody understood. row_key is the remote id, or a digest of the payload without one.
CREATE TABLE odd_order (
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  row_key TEXT NOT NULL,
  remote_id TEXT,
  raw BLOB NOT NULL,
  reason TEXT NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (shop_id, row_key)
) STRICT;

CREATE TABLE product (
  sku TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  picture TEXT,
  bin TEXT,
  quantity INTEGER NOT NULL
) STRICT;

CREATE TABLE printer (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  profile TEXT NOT NULL,
  is_default INTEGER NOT NULL,
  is_virtual INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX printer_default ON printer (is_default) WHERE is_default = 1;
`;
