import type { PlatformId } from '../../core/shared/platform.ts';
import type { Reads } from '../ports/store.ts';
import type { ProductRow } from '../ports/store-rows.ts';

/** The product that stands for an article of a platform; null when none does. */
export type ProductLookup = (platform: PlatformId, articleSku: string) => ProductRow | null;

/** Reads once the products that stand for these articles: by the seller's mapping, else those of the same SKU. */
export async function productsFor(
  reads: Reads,
  articles: Iterable<{ readonly platform: PlatformId; readonly sku: string }>,
): Promise<ProductLookup> {
  const skus = new Map<PlatformId, Set<string>>();
  for (const { platform, sku } of articles) skus.set(platform, (skus.get(platform) ?? new Set()).add(sku));
  const products = new Map<PlatformId, ReadonlyMap<string, ProductRow>>();
  for (const [platform, wanted] of skus) products.set(platform, await reads.productsOfArticles(platform, [...wanted]));
  return (platform, articleSku) => products.get(platform)?.get(articleSku) ?? null;
}
