/**
 * The catalogue with its shelf. `product` is rebuilt because its quantity may be unknown from now on. `reservation` is
 * a projection of the orders that have not left, written in their transaction and rebuilt from them at will; `product`
 * in it is the one that stands for the article, `missing` what the order's own check says that it lacks.
 */
export const STOCK_TABLES = `
CREATE TABLE product_new (
  sku TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  picture TEXT,
  bin TEXT,
  quantity INTEGER,
  low_at INTEGER,
  cost_minor INTEGER,
  cost_currency TEXT,
  floor_price_minor INTEGER,
  floor_price_currency TEXT,
  weight_g INTEGER,
  hs_code TEXT,
  origin TEXT,
  CHECK ((cost_minor IS NULL) = (cost_currency IS NULL)),
  CHECK ((floor_price_minor IS NULL) = (floor_price_currency IS NULL))
) STRICT;
INSERT INTO product_new (sku, title, variant, picture, bin, quantity)
  SELECT sku, title, variant, picture, bin, quantity FROM product;
DROP TABLE product;
ALTER TABLE product_new RENAME TO product;

-- An article of a platform that is a product with another SKU.
CREATE TABLE product_alias (
  platform TEXT NOT NULL,
  article_sku TEXT NOT NULL,
  sku TEXT NOT NULL REFERENCES product (sku) ON DELETE CASCADE,
  PRIMARY KEY (platform, article_sku)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_alias_sku ON product_alias (sku);

CREATE TABLE reservation (
  order_row INTEGER NOT NULL REFERENCES order_header (row_id) ON DELETE CASCADE,
  article TEXT NOT NULL,
  platform TEXT NOT NULL,
  product TEXT,
  pieces INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  is_labelled INTEGER NOT NULL,
  placed_at_ms INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (order_row, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX reservation_product
  ON reservation (product, placed_at_ms, order_id, is_labelled, pieces, missing, platform) WHERE product IS NOT NULL;
CREATE INDEX reservation_unmapped ON reservation (platform, article, pieces) WHERE product IS NULL;
CREATE INDEX reservation_article ON reservation (article, platform);

CREATE TABLE stock_move (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  sku TEXT NOT NULL REFERENCES product (sku) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  delta INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  order_id TEXT REFERENCES order_header (id) ON DELETE SET NULL,
  command_id TEXT
) STRICT;
CREATE INDEX stock_move_sku ON stock_move (sku, sequence);
CREATE INDEX stock_move_order ON stock_move (order_id, sku, delta) WHERE order_id IS NOT NULL;
`;
