/**
 * Cases of ours in one list, and the files that the seller keeps. `order_case` is a projection of the orders, written in
 * their transaction. sort_ms is due_at_ms of an open case (or the greatest safe integer), and -closed_at_ms of an ended
 * one, so that both lists have their order from one index. The bytes of files have a table of their own, so that no list
 * reads over them, and lie there in pieces, so that none is written or dropped at one go.
 */
export const CASE_TABLES = `
CREATE TABLE order_case (
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  shop_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  note TEXT NOT NULL,
  notes TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER,
  after_sale_id TEXT,
  closed_at_ms INTEGER,
  outcome TEXT,
  is_open INTEGER NOT NULL,
  sort_ms INTEGER NOT NULL,
  PRIMARY KEY (order_row, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_case_list ON order_case (is_open, sort_ms, opened_at_ms DESC);
CREATE INDEX order_case_shop ON order_case (shop_id, is_open, sort_ms, opened_at_ms DESC);
CREATE INDEX order_case_report ON order_case (after_sale_id) WHERE after_sale_id IS NOT NULL;

-- Reports of a platform that may want a case of ours.
CREATE INDEX after_sale_standing ON after_sale (shop_id, updated_at_ms)
  WHERE stage <> 'closed' AND order_id IS NOT NULL;

CREATE TABLE attachment (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES order_header (id) ON DELETE CASCADE,
  case_id TEXT,
  file_name TEXT NOT NULL,
  media TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  added_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER
) STRICT;
CREATE INDEX attachment_order ON attachment (order_id, added_at_ms, row_id);
CREATE INDEX attachment_case ON attachment (case_id) WHERE case_id IS NOT NULL AND removed_at_ms IS NULL;
CREATE INDEX attachment_removed ON attachment (removed_at_ms) WHERE removed_at_ms IS NOT NULL;

CREATE TABLE attachment_piece (
  row_id INTEGER PRIMARY KEY,
  attachment_row INTEGER NOT NULL REFERENCES attachment (row_id) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_piece_file ON attachment_piece (attachment_row, row_id);
`;
