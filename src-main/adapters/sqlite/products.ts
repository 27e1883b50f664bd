import type { ProductRow } from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection, SqlRow } from './connection.ts';
import { integer, nullable, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

interface MoneyColumns {
  readonly costMinor: number | null;
  readonly costCurrency: string | null;
  readonly floorPriceMinor: number | null;
  readonly floorPriceCurrency: string | null;
}

const toColumns = rowMapper<Omit<ProductRow, 'cost' | 'floorPrice'> & MoneyColumns>('product', 'sku', {
  sku: text,
  title: text,
  variant: nullable(text),
  picture: nullable(text),
  bin: nullable(text),
  quantity: nullable(integer),
  lowAt: nullable(integer),
  costMinor: nullable(integer),
  costCurrency: nullable(text),
  floorPriceMinor: nullable(integer),
  floorPriceCurrency: nullable(text),
  weightG: nullable(integer),
  hsCode: nullable(text),
  origin: nullable(text),
});

/** A row of the product table. Throws StoreFault 'bad-row'. */
export function toProduct(row: SqlRow): ProductRow {
  const { costMinor, costCurrency, floorPriceMinor, floorPriceCurrency, ...product } = toColumns(row);
  return {
    ...product,
    cost: moneyOf(costMinor, costCurrency),
    floorPrice: moneyOf(floorPriceMinor, floorPriceCurrency),
  };
}

function moneyOf(minor: number | null, currency: string | null): ProductRow['cost'] {
  return minor === null || currency === null ? null : { minor, currency };
}

/**
 * The SKU of the product that stands for an article of a platform: its alias, else the product of the same SKU. The two
 * values are a column name or a parameter of the statement around it.
 */
export const productOf = (platform: string, article: string): string =>
  `coalesce((SELECT sku FROM product_alias WHERE platform = ${platform} AND article_sku = ${article}),
    (SELECT sku FROM product WHERE sku = ${article}))`;

const PRODUCT = 'SELECT * FROM product WHERE sku = ?';
const PRODUCT_OF_ARTICLE = `SELECT * FROM product WHERE sku = ${productOf('@platform', '@article')}`;
const SAVE = upsertInto('product', 'sku', [
  'sku',
  'title',
  'variant',
  'picture',
  'bin',
  'quantity',
  'low_at',
  'cost_minor',
  'cost_currency',
  'floor_price_minor',
  'floor_price_currency',
  'weight_g',
  'hs_code',
  'origin',
]);
/** A new product takes the articles of its own SKU that no other stands for. */
const TAKE_ARTICLES = 'UPDATE reservation SET product = @sku WHERE product IS NULL AND article = @sku';
const REMOVE = 'DELETE FROM product WHERE sku = ?';
/** Its aliases went with it, so nothing but a product of the article's own SKU can stand for them now. */
const LEAVE_ARTICLES = `UPDATE reservation SET product = (SELECT sku FROM product WHERE sku = article)
  WHERE product = ?`;

type ProductReads = Pick<Reads, 'products' | 'productsOfArticles'>;

/** Reading of the catalogue; unknown SKUs are left out. */
export function productReads(connection: Connection): ProductReads {
  return {
    products: async (skus) =>
      connection.mapRows((sku: string) => connection.one(toProduct, PRODUCT, [sku]), [...new Set(skus)]),
    productsOfArticles: async (platform, articleSkus) => {
      const pairs = connection.mapRows(
        (article: string) => {
          const product = connection.one(toProduct, PRODUCT_OF_ARTICLE, { platform, article });
          return product === null ? null : ([article, product] as const);
        },
        [...new Set(articleSkus)],
      );
      return new Map(pairs);
    },
  };
}

type ProductWrites = Pick<Writes, 'saveProducts' | 'removeProduct'>;

/** Writing of the catalogue, and of what it changes in the claims of orders. */
export function productWrites(connection: Connection): ProductWrites {
  return {
    saveProducts: async (rows) =>
      connection.atomic(() => {
        for (const row of rows) saveProduct(connection, row);
      }),
    removeProduct: async (sku) =>
      connection.atomic(() => {
        connection.run(REMOVE, [sku]);
        connection.run(LEAVE_ARTICLES, [sku]);
      }),
  };
}

function saveProduct(connection: Connection, row: ProductRow): void {
  const { sku, title, variant, picture, bin, quantity, origin, cost, floorPrice } = row;
  connection.run(SAVE, {
    sku,
    title,
    variant,
    picture,
    bin,
    quantity,
    low_at: row.lowAt,
    cost_minor: cost?.minor ?? null,
    cost_currency: cost?.currency ?? null,
    floor_price_minor: floorPrice?.minor ?? null,
    floor_price_currency: floorPrice?.currency ?? null,
    weight_g: row.weightG,
    hs_code: row.hsCode,
    origin,
  });
  connection.run(TAKE_ARTICLES, { sku });
}
