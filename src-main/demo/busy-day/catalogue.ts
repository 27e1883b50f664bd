import { goods } from './goods.ts';

/** One variant on the shelf of the demo shop, as the seller and the platform know it. */
export interface DemoProduct {
  sku: string;
  offerId: string;
  title: string;
  titleRu: string;
  variant: string;
  variantRu: string;
  /** In assets/demo. */
  pictureFile: string;
  /** Where it lies. */
  bin: string;
  /** How many are left; see `demoStock`. */
  quantity: number;
  priceCny: string;
  oldPriceCny: string;
  costCny: string;
  hsCode: string;
  weightKg: number;
  isCounted: boolean;
}

/** An article that a platform knows under another SKU than the seller's shelf. */
export interface DemoAlias {
  platform: 'amazon' | 'coupang';
  articleSku: string;
  offerId: string;
}

/** Everything the demo shop sells. The order API carries no pictures and no bins: they are the seller's own knowledge. */
export const demoCatalogue: readonly DemoProduct[] = goods.flatMap(({ variants, prefix, ...shared }) =>
  variants.map((variant) => ({
    ...shared,
    sku: variant.sku,
    offerId: `${prefix}-${variant.suffix}`,
    variant: variant.name,
    variantRu: variant.nameRu,
    bin: variant.bin,
    quantity: variant.left,
    isCounted: variant.isUncounted !== true,
  })),
);

/** Listings that were made before the shelf had its SKUs. */
export const demoAliases: readonly DemoAlias[] = [
  { platform: 'coupang', articleSku: 'KR-MUG-CELADON', offerId: 'MUG-CELADON-350' },
  { platform: 'amazon', articleSku: 'SCARF-CAMEL-180-EU', offerId: 'SCARF-CAMEL-180' },
];

/** What is on the shelf, by offer id. Of one there is none left, and somebody has ordered it. */
export const demoStock: Readonly<Record<string, number>> = Object.fromEntries(
  demoCatalogue.map((product) => [product.offerId, product.quantity]),
);

const pictureByPrefix = new Map(goods.map((kind) => [kind.prefix, kind.pictureFile]));

/** The picture of a product by the first word of its offer id; null for goods the demo does not know. */
export function pictureFor(offerId: string): string | null {
  return pictureByPrefix.get(offerId.split('-')[0] ?? '') ?? null;
}

/** Throws for an offer id that is not in the catalogue. */
export function demoProduct(offerId: string): DemoProduct {
  const product = demoCatalogue.find((candidate) => candidate.offerId === offerId);
  if (product === undefined) throw new Error(`the demo catalogue has no ${offerId}`);
  return product;
}
