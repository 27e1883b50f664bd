/**
 * Filters, tags and views. The board's index now carries every column that a filter asks for, so that counting and
 * picking cards never reads the cards themselves; search has a second, small index of what lies on the board, so that
 * a filter's words cost the same however many closed orders are kept.
 */
export const BOARD_FILTER_TABLES = `
ALTER TABLE card ADD COLUMN due_kind TEXT;
ALTER TABLE card ADD COLUMN tag_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE card ADD COLUMN buyer_key TEXT;
ALTER TABLE card ADD COLUMN ships_with TEXT;
ALTER TABLE card ADD COLUMN stopped_by TEXT;

DROP INDEX card_lane;
CREATE INDEX card_lane ON card (
  lane, due_sort_ms, placed_at_ms, row_id,
  platform, shop_id, country, service, quantity, has_buyer_note, stopped_by, hold_reason, case_kind, tracking_number,
  buyer_key, sku
) WHERE lane IS NOT NULL;
CREATE INDEX card_buyer ON card (buyer_key, lane) WHERE buyer_key IS NOT NULL;
CREATE INDEX card_ships_with ON card (ships_with, placed_at_ms, row_id, order_id) WHERE ships_with IS NOT NULL;

CREATE TABLE tag (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  colour TEXT NOT NULL
) STRICT;

-- A projection like the card. An undone command may bring back a tag that is no more, so nothing refers to the tag.
CREATE TABLE card_tag (
  tag_id TEXT NOT NULL,
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  is_open INTEGER NOT NULL,
  PRIMARY KEY (tag_id, order_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_tag_order ON card_tag (order_row);
CREATE INDEX card_tag_open ON card_tag (tag_id, order_row) WHERE is_open = 1;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE board_search USING fts5(
  words, tails, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER board_search_follows AFTER DELETE ON order_header
BEGIN DELETE FROM board_search WHERE rowid = OLD.row_id; END;
`;
