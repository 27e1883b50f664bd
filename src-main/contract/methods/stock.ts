import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, moneySchema, nothing, platformSchema, shortText, timeSchema } from '../values.ts';

const skuSchema = z.string().trim().min(1).max(100);
const countSchema = z.number().int().min(-1_000_000).max(1_000_000);
/** ISO 4217. */
const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** An amount a piece. */
const priceSchema = moneySchema.extend({
  minor: z.number().int().min(0).max(1_000_000_000_000),
  currency: currencySchema,
});

/** What the seller says of a product. Null: not known, and then no check asks for it. */
export const productSchema = z.strictObject({
  sku: skuSchema,
  title: shortText.min(1),
  variant: shortText.nullable(),
  bin: z.string().max(40).nullable(),
  /**
   * Pieces on the shelf, those of orders that have not left included. Null: not counted, never short. Below nothing when
   * more left than was counted.
   */
  quantity: countSchema.nullable(),
  /** At this many free pieces or fewer it is low. */
  lowAt: z.number().int().min(0).max(1_000_000).nullable(),
  /** What a piece costs her. */
  cost: priceSchema.nullable(),
  /** An order below this price a piece wants a look; in another currency, by her exchange rates. */
  floorPrice: priceSchema.nullable(),
  weightG: z.number().int().min(0).max(1_000_000).nullable(),
  hsCode: z.string().max(14).nullable(),
  /** ISO 3166-1 alpha-2. */
  origin: z.string().length(2).nullable(),
});
export type ProductInput = z.infer<typeof productSchema>;

export const stockRowSchema = z.strictObject({
  product: productSchema,
  picture: z.string().nullable(),
  /** Pieces in orders on the desk. */
  reserved: z.number().int(),
  /** Null where pieces are not counted. */
  free: z.number().int().nullable(),
  /** Orders that wait for pieces. */
  shortOrders: z.number().int(),
  /** Articles of the platforms that are this product, beside those with its own SKU. */
  aliases: z.array(z.strictObject({ platform: platformSchema, sku: z.string() })),
  platforms: z.array(platformSchema),
});
export type StockRowView = z.infer<typeof stockRowSchema>;

/** What one unit of each currency is worth in the base currency. */
export const ratesSchema = z.strictObject({
  base: currencySchema,
  rates: z
    .record(currencySchema, z.number().positive().max(1_000_000))
    .refine((rates) => Object.keys(rates).length <= 40),
});

/** Her rates as they are kept; `atMs` null: she never set them herself. */
export const keptRatesSchema = ratesSchema.extend({ atMs: timeSchema.nullable() });

const percentSchema = z.number().min(0).max(90);
/** What each shop's platform usually keeps, in percent, by shop id. */
export const shopPercentsSchema = z.record(z.string(), percentSchema);

export const STOCK_FILTERS = ['all', 'short', 'low', 'uncounted'] as const;

export const stockMethods = {
  /** By SKU; `query` finds SKU, title, variant and bin. */
  'stock.list': query(
    z.strictObject({
      query: z.string().max(200),
      filter: z.enum(STOCK_FILTERS),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({
      products: z.array(stockRowSchema),
      total: z.number().int(),
      counts: z.record(z.enum(STOCK_FILTERS), z.number().int()),
      /** Articles on orders of the board that no product stands for. */
      unmapped: z.number().int(),
    }),
  ),
  'stock.get': query(z.strictObject({ sku: skuSchema }), z.strictObject({ row: stockRowSchema }), ['not-found']),
  /** Articles on orders that no product stands for, most pieces first. */
  'stock.unmapped': query(
    nothing,
    z.strictObject({
      articles: z
        .array(
          z.strictObject({
            platform: platformSchema,
            sku: z.string(),
            title: z.string(),
            variant: z.string().nullable(),
            orders: z.number().int(),
            pieces: z.number().int(),
          }),
        )
        .max(500),
    }),
  ),
  /** Adds or replaces a product, `quantity` left aside: a count is told by stock.count or stock.move. */
  'stock.save': command(productSchema.omit({ quantity: true }), done),
  'stock.setPicture': command(z.strictObject({ sku: skuSchema, base64: z.string().max(12_000_000).nullable() }), done, [
    'not-found',
    'file-unreadable',
    'file-too-large',
  ]),
  'stock.remove': command(z.strictObject({ sku: skuSchema }), done, ['not-found']),
  /** What lies on the shelf, counted; null: not counted any more. */
  'stock.count': command(
    z.strictObject({ sku: skuSchema, quantity: z.number().int().min(0).max(1_000_000).nullable() }),
    done,
    ['not-found'],
  ),
  /** More or fewer by hand: goods came in, a piece broke. Refused with 'stock-not-counted' or 'stock-below-zero'. */
  'stock.move': command(z.strictObject({ sku: skuSchema, delta: countSchema, note: shortText }), done, [
    'not-found',
    'refused',
  ]),
  /** Newest first, at most 200. */
  'stock.moves': query(
    z.strictObject({ sku: skuSchema }),
    z.strictObject({
      moves: z.array(
        z.strictObject({
          atMs: timeSchema,
          delta: z.number().int(),
          /** Pieces after it. */
          quantity: z.number().int(),
          reason: z.enum(['count', 'move', 'shipped', 'taken-back']),
          note: z.string(),
          orderId: idSchema.nullable(),
        }),
      ),
    }),
    ['not-found'],
  ),
  /** Says that an article of a platform is this product; `sku` null takes it back. */
  'stock.map': command(
    z.strictObject({ platform: platformSchema, articleSku: z.string().min(1).max(200), sku: skuSchema.nullable() }),
    done,
    ['not-found'],
  ),
  /** Makes products of all unmapped articles, uncounted; answers how many. */
  'stock.adoptAll': command(nothing, z.strictObject({ count: z.number().int() })),
  /** Her exchange rates, and `wanted`: currencies that shops, products or orders use and that have none. */
  'stock.rates': query(nothing, keptRatesSchema.extend({ wanted: z.array(currencySchema) })),
  'stock.saveRates': command(ratesSchema, done),
  /** What each shop's platform usually keeps, in percent of what the buyer paid; null: not known. */
  'stock.fees': query(
    nothing,
    z.strictObject({
      shops: z.array(
        z.strictObject({
          shopId: idSchema,
          name: z.string(),
          platform: platformSchema,
          percent: percentSchema.nullable(),
        }),
      ),
    }),
  ),
  'stock.saveFees': command(z.strictObject({ shopId: idSchema, percent: percentSchema.nullable() }), done, [
    'not-found',
  ]),
};
