/**
 * The order aggregate. `facts` and `work` are JSON of what no query asks for; what has a column or a table of its own
 * is not in them, so nothing is kept twice. row_id ties the parts, the card and the search row together.
 */
export const ORDER_TABLES = `
CREATE TABLE order_header (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  platform TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  remote_order_number TEXT NOT NULL,
  stage TEXT NOT NULL,
  placed_at_ms INTEGER NOT NULL,
  ship_by_ms INTEGER,
  facts TEXT NOT NULL,
  work TEXT NOT NULL,
  checks TEXT NOT NULL,
  index_digest TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  UNIQUE (shop_id, remote_id)
) STRICT;

CREATE TABLE order_line (
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  remote_sku TEXT NOT NULL,
  sku TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  quantity INTEGER NOT NULL,
  unit_price_minor INTEGER,
  unit_price_currency TEXT,
  PRIMARY KEY (order_row, position),
  CHECK ((unit_price_minor IS NULL) = (unit_price_currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel (
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  tracking_number TEXT,
  carrier TEXT,
  label_id TEXT,
  labelled_at_ms INTEGER,
  labelled_for TEXT,
  handed_over_at_ms INTEGER,
  PRIMARY KEY (order_row, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE address (
  order_row INTEGER PRIMARY KEY REFERENCES order_header (row_id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  phone TEXT,
  lines TEXT NOT NULL,
  city TEXT,
  region TEXT,
  postcode TEXT,
  country TEXT
) STRICT;

-- The journal: timeline, audit and undo. Rows are added, marked undone once, and go only with their order.
CREATE TABLE order_event (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command_id TEXT,
  body TEXT NOT NULL,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX order_event_order ON order_event (order_id);
CREATE INDEX order_event_command ON order_event (command_id) WHERE command_id IS NOT NULL;

CREATE TRIGGER order_event_fixed
BEFORE UPDATE OF sequence, order_id, at_ms, actor, command_id, body ON order_event
BEGIN SELECT RAISE(ABORT, 'order_event is append-only'); END;

CREATE TRIGGER order_event_undone_once
BEFORE UPDATE OF undone_at_ms ON order_event WHEN OLD.undone_at_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'order_event is undone once'); END;

CREATE TRIGGER order_event_kept
BEFORE DELETE ON order_event WHEN EXISTS (SELECT 1 FROM order_header WHERE id = OLD.order_id)
BEGIN SELECT RAISE(ABORT, 'order_event is append-only'); END;

CREATE TABLE raw_payload (
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (order_id, at_ms)
) STRICT;
CREATE INDEX raw_payload_age ON raw_payload (at_ms);
`;
