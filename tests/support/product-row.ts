import type { ProductRow } from '../../src-main/app/ports/store-rows.ts';

/** A product of which only the SKU is known, with the changes. */
export function productRow(sku: string, changes: Partial<ProductRow> = {}): ProductRow {
  return {
    sku,
    title: sku,
    variant: null,
    picture: null,
    bin: null,
    quantity: null,
    lowAt: null,
    cost: null,
    floorPrice: null,
    weightG: null,
    hsCode: null,
    origin: null,
    ...changes,
  };
}
