import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, moneySchema, nothing, pngBase64, shortText, timeSchema } from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

const fraction = z.number().min(0).max(1);
export const fitSchema = z.strictObject({
  box: z.strictObject({ left: fraction, top: fraction, width: fraction, height: fraction }),
  quarterTurns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  scale: z.enum(['own-size', 'fill']),
});
export type FitView = z.infer<typeof fitSchema>;

export const senderSchema = z.strictObject({
  name: shortText,
  company: shortText,
  phone: shortText,
  lines: z.array(shortText).max(4),
  city: shortText,
  region: shortText,
  postcode: shortText,
  country: z.string().regex(/^([A-Z]{2})?$/u),
});
export type SenderView = z.infer<typeof senderSchema>;

export const measureSchema = z.strictObject({
  weightGrams: z.number().int().min(1).max(70_000),
  lengthMm: z.number().int().min(1).max(5_000),
  widthMm: z.number().int().min(1).max(5_000),
  heightMm: z.number().int().min(1).max(5_000),
});
export type MeasureView = z.infer<typeof measureSchema>;

export const labelOfferSchema = z.strictObject({
  id: z.string().max(2_000),
  carrier: z.string().max(200),
  service: z.string().max(200),
  price: moneySchema.nullable(),
  deliverByMs: timeSchema.nullable(),
  timeliness: z.string().max(200).nullable(),
  isBuyersChoice: z.boolean(),
  warnings: z.array(z.string().max(200)).max(20),
});
export type LabelOfferView = z.infer<typeof labelOfferSchema>;

export const labelsMethods = {
  /** Weight and size of the parcel as they were for the same goods last time; null: never measured. */
  'labels.measure': query(
    z.strictObject({ orderId: idSchema }),
    z.strictObject({ measure: measureSchema.nullable() }),
    ['not-found'],
  ),
  /** Ways to ship this order that can be bought through its platform, the best first. Nothing is bought. */
  'labels.offers': query(
    z.strictObject({ orderId: idSchema, measure: measureSchema }),
    z.strictObject({
      offers: z.array(labelOfferSchema),
      refused: z.array(z.strictObject({ service: z.string(), code: z.string() })),
      /** The one that was bought last for such an order (same shop, same country and service of the buyer's choice). */
      likelyId: z.string().nullable(),
    }),
    ['not-found', 'platform-unavailable'],
  ),
  /**
   * Buys the label once the undo window is over; `isPrintedAfter` prints it as soon as it is there. At most one purchase a
   * parcel: refused as 'label-already-bought', or as 'purchase-unsure' while the platform does not say whether an earlier
   * one was made.
   */
  'labels.buy': command(
    z.strictObject({ orderId: idSchema, measure: measureSchema, offer: labelOfferSchema, isPrintedAfter: z.boolean() }),
    outcomeListSchema,
    ['not-found', 'refused', 'printer-missing'],
  ),

  /** The label of an order as it came, page by page, for choosing the cut, with the cut in force (null: automatic). */
  'labels.source': query(
    z.strictObject({ orderId: idSchema }),
    z.strictObject({
      pages: z.array(z.strictObject({ png: pngBase64, widthMm: z.number(), heightMm: z.number() })),
      fit: fitSchema.nullable(),
      /** What the cut is remembered for, e.g. {platform: 'aliexpress', carrier: 'CAINIAO'}. */
      remembersFor: z.strictObject({ platform: z.string(), carrier: z.string().nullable() }),
    }),
    ['not-found', 'label-unreadable'],
  ),
  /** What would come out of a printer with this cut; nothing is printed or kept. printerId null: the label printer. */
  'labels.preview': query(
    z.strictObject({ orderId: idSchema, printerId: idSchema.nullable(), fit: fitSchema.nullable() }),
    z.strictObject({
      pages: z.array(z.strictObject({ png: pngBase64, warnings: z.array(z.string()) })),
      widthMm: z.number(),
      heightMm: z.number(),
    }),
    ['not-found', 'label-unreadable', 'printer-missing'],
  ),
  /** Remembers a cut for all such pages (same platform, carrier and page size); null goes back to automatic. */
  'labels.saveFit': command(z.strictObject({ orderId: idSchema, fit: fitSchema.nullable() }), done, [
    'not-found',
    'label-unreadable',
  ]),
  /** Draws our own label for a carrier that gives none and keeps it on the order. */
  'labels.makeOwn': command(
    z.strictObject({
      orderId: idSchema,
      size: z.enum(['100x150', '100x100']),
      carrier: shortText.min(1),
      service: shortText,
      trackingNumber: z.string().min(1).max(80),
      symbol: z.enum(['code128', 'qr', 'datamatrix', 'pdf417']),
      hasItems: z.boolean(),
      note: shortText,
    }),
    /** `warnings`: 'text-shrunk', 'text-cut', 'letter-missing:…'. */
    z.strictObject({ labelId: idSchema, warnings: z.array(z.string()), outcome: outcomeListSchema }),
    ['not-found', 'refused'],
  ),
  'labels.sender': query(nothing, senderSchema),
  'labels.saveSender': command(senderSchema, done),
};
