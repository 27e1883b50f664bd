import { z } from 'zod';

/**
 * The shapes that are read from a posting, after `plain()` turned every number into its text. Only what an order
 * cannot be without may fail (number, products, quantities); everything else that looks odd reads as absent, because
 * Ozon's own examples break their own schemas (ozon.md, corrections).
 */
const MAX_TEXT = 4_000;

export const text = z
  .string()
  .transform((value) => value.trim().slice(0, MAX_TEXT))
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

export const flag = z
  .union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
  .nullish()
  .transform((value) => value ?? false)
  .catch(false);

const texts = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .nullish()
  .transform((items) => items ?? null)
  .catch(null);

const identity = z.string().trim().min(1).max(100);

/** v4: `price: {amount, currency}`; v3: `price: "1530.0000"` with `currency_code` beside it (ozon.md §3). */
const price = z
  .union([z.object({ amount: text, currency: text }), text.transform((amount) => ({ amount, currency: null }))])
  .nullish()
  .transform((value) => value ?? { amount: null, currency: null })
  .catch({ amount: null, currency: null });

const product = z.object({
  sku: identity,
  offer_id: text,
  name: text,
  product_color: text,
  quantity: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
  price,
  currency_code: text,
});
export type ProductShape = z.infer<typeof product>;

export const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object(shape)
    .nullish()
    .transform((value) => value ?? null)
    .catch(null);

const address = object({
  address_tail: text,
  city: text,
  comment: text,
  country: text,
  district: text,
  region: text,
  zip_code: text,
});

export const postingSchema = z.object({
  posting_number: identity,
  order_number: text,
  status: text,
  substatus: text,
  tpl_integration_type: text,
  integration_type_flow: text,
  tracking_number: text,
  scanit: text,
  barcodes: object({ upper_barcode: text, lower_barcode: text }),
  in_process_at: text,
  shipment_date: text,
  delivery_method: object({ name: text, tpl_provider: text }),
  analytics_data: object({ delivery_date_end: text }),
  cancellation: object({ cancel_reason: text, cancellation_type: text, cancelled_after_ship: flag }),
  customer: object({ customer_id: text, name: text, phone: text, address }),
  addressee: object({ name: text, phone: text }),
  products: z.array(product).max(1_000),
  requirements: z.record(z.string(), z.unknown()).nullish().catch(null),
  available_actions: texts,
});
export type PostingShape = z.infer<typeof postingSchema>;

/** What a list answer needs beside its postings, which are read one by one. `has_next` has been seen as a text. */
export const pageSchema = z.object({
  cursor: z.string().nullish(),
  has_next: z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]),
});

/** The part of a posting that confirm() looks at; a posting that is odd in other places can still be confirmed. */
export const progressSchema = postingSchema.pick({
  status: true,
  substatus: true,
  tracking_number: true,
  available_actions: true,
});
