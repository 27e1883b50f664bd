import { demoCatalogue, type DemoProduct } from '../../busy-day/catalogue.ts';
import type { AliProduct } from '../world.ts';

/** What the same shelf is called on the English site, by the first word of the offer id. */
const titles: Readonly<Record<string, string>> = {
  MUG: 'Handmade Ceramic Mug 350ml',
  LAMP: 'Foldable LED Desk Lamp',
  NOTE: 'Felt Cover Notebook A5',
  NAPK: 'Linen Napkins Set of 4',
  BAKE: 'Silicone Baking Mat 40x30cm',
  STAND: 'Bamboo Phone Stand',
  BAGS: 'Travel Storage Bags 6 pcs',
  SCARF: 'Wool Scarf 180x30cm',
  CABLE: 'Braided USB-C Cable 2m',
  COMB: 'Beech Wood Wide Tooth Comb',
  CLIPS: 'Magnetic Cable Clips 10 pcs',
  SOCKS: 'Kids Polka Dot Socks 5 pairs',
};

const kinds = [...new Set(demoCatalogue.map((product) => kindOf(product.offerId)))];

function kindOf(offerId: string): string {
  return offerId.split('-')[0] ?? '';
}

export function englishTitle(offerId: string): string {
  return titles[kindOf(offerId)] ?? offerId;
}

/** Sixteen digits, one a kind; its variants are SKUs of the same product. */
export function productIdOf(offerId: string): string {
  return String(1_005_004_000_000_000 + kinds.indexOf(kindOf(offerId)) * 7_919);
}

/** Seven yuan to the dollar, ending in 9. */
export function usdCents(product: Pick<DemoProduct, 'priceCny'>): number {
  return Math.round((Number(product.priceCny) * 100) / 7 / 10) * 10 + 9;
}

/** The whole shelf as the platform lists it. */
export function demoProducts(nowMs: number): AliProduct[] {
  const createdAtMs = nowMs - 200 * 86_400_000;
  return kinds.map((kind) => {
    const variants = demoCatalogue.filter((product) => kindOf(product.offerId) === kind);
    const first = variants[0]?.offerId ?? kind;
    return {
      productId: productIdOf(first),
      subject: englishTitle(first),
      imageUrl: `https://ae01.alicdn.com/kf/${variants[0]?.sku ?? kind}.jpg`,
      isOnSale: true,
      createdAtMs,
      modifiedAtMs: createdAtMs,
      skus: variants.map((product) => ({
        skuId: `${product.sku}:0`,
        skuCode: product.offerId,
        stock: product.quantity,
        priceCents: usdCents(product),
        stockSets: 0,
      })),
    };
  });
}
