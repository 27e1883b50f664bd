const isCalled = (like: string): string =>
  `(product.title LIKE ${like} ESCAPE '\\' OR product.variant LIKE ${like} ESCAPE '\\')`;

/** Whether the seller calls any product so. */
export const ANY_PRODUCT_CALLED = `SELECT 1 FROM product WHERE ${isCalled('@like')} LIMIT 1`;

/** SQL list of the articles whose product the seller calls so: a card shows her name of it, not the platform's. */
export function articlesCalled(like: string): string {
  return `SELECT product.sku FROM product WHERE ${isCalled(like)}
    UNION ALL SELECT article_sku FROM product_alias CROSS JOIN product ON product.sku = product_alias.sku
      WHERE ${isCalled(like)}`;
}
