import type { ProductRow } from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { integer, nullable, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toProduct = rowMapper<ProductRow>('product', 'sku', {
  sku: text,
  title: text,
  variant: nullable(text),
  picture: nullable(text),
  bin: nullable(text),
  quantity: integer,
});

const PRODUCT = 'SELECT * FROM product WHERE sku = ?';
const SAVE = upsertInto('product', 'sku', ['sku', 'title', 'variant', 'picture', 'bin', 'quantity']);

/** Reading of the catalogue; unknown SKUs are left out. */
export function productReads(connection: Connection): Pick<Reads, 'products'> {
  return {
    products: async (skus) =>
      connection.mapRows((sku: string) => connection.one(toProduct, PRODUCT, [sku]), [...new Set(skus)]),
  };
}

/** Writing of the catalogue. */
export function productWrites(connection: Connection): Pick<Writes, 'saveProducts'> {
  return {
    saveProducts: async (rows) =>
      connection.atomic(() => {
        for (const { sku, title, variant, picture, bin, quantity } of rows) {
          connection.run(SAVE, { sku, title, variant, picture, bin, quantity });
        }
      }),
  };
}
