/** Projections of the order, written in its transaction and rebuilt from it at will: card, scanner codes, search. */
export const BOARD_TABLES = `
-- due_sort_ms is due_at_ms, or the greatest safe integer without one, so that cards without a deadline come last.
CREATE TABLE card (
  row_id INTEGER PRIMARY KEY REFERENCES order_header (row_id) ON DELETE CASCADE,
  order_id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  lane TEXT,
  remote_id TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  sku TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  country TEXT,
  service TEXT,
  stage TEXT NOT NULL,
  raw_status TEXT NOT NULL,
  due_at_ms INTEGER,
  since_ms INTEGER,
  has_buyer_note INTEGER NOT NULL,
  has_label INTEGER NOT NULL,
  is_labelled INTEGER NOT NULL,
  tracking_number TEXT,
  worst_check TEXT NOT NULL,
  check_count INTEGER NOT NULL,
  hold_reason TEXT,
  case_kind TEXT,
  due_sort_ms INTEGER NOT NULL,
  placed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX card_lane ON card (lane, due_sort_ms, placed_at_ms, row_id) WHERE lane IS NOT NULL;
CREATE INDEX card_open ON card (shop_id, remote_id, lane) WHERE lane IS NOT NULL;

CREATE TABLE order_code (
  code TEXT NOT NULL,
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  PRIMARY KEY (code, order_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_code_order ON order_code (order_row);

-- Words come in ready-made (search-words.ts), so the plain tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE order_search USING fts5(
  words, tails, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER order_search_follows AFTER DELETE ON order_header
BEGIN DELETE FROM order_search WHERE rowid = OLD.row_id; END;
`;
