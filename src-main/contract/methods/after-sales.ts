import { z } from 'zod';
import { AFTER_SALE_ACTIONS, AFTER_SALE_KINDS, AFTER_SALE_STAGES } from '../../core/case/after-sale.ts';
import { command, query } from '../method.ts';
import { idSchema, moneySchema, noteText, platformSchema, timeSchema } from '../values.ts';
import { effectViewSchema } from './orders.ts';
import { outcomeListSchema } from './outcome.ts';

export const afterSaleSchema = z.strictObject({
  id: idSchema,
  shopId: idSchema,
  shopName: z.string(),
  platform: platformSchema,
  kind: z.enum(AFTER_SALE_KINDS),
  remoteId: z.string(),
  orderId: idSchema.nullable(),
  orderNumber: z.string().nullable(),
  stage: z.enum(AFTER_SALE_STAGES),
  rawStatus: z.string(),
  reason: z.string().nullable(),
  messages: z.array(
    z.strictObject({ by: z.enum(['buyer', 'seller', 'platform']), atMs: timeSchema.nullable(), text: z.string() }),
  ),
  amount: moneySchema.nullable(),
  items: z.array(z.strictObject({ remoteSku: z.string(), title: z.string(), quantity: z.number().int() })),
  rating: z.number().int().min(1).max(5).nullable(),
  trackingNumber: z.string().nullable(),
  openedAtMs: timeSchema,
  updatedAtMs: timeSchema,
  dueAtMs: timeSchema.nullable(),
  /** What can be answered from here; all else is answered in the seller centre (`link`). */
  actions: z.array(z.enum(AFTER_SALE_ACTIONS)),
  link: z.string().nullable(),
  /** Answers on their way to the platform, or stuck. */
  effects: z.array(effectViewSchema),
});
export type AfterSaleView = z.infer<typeof afterSaleSchema>;

export const afterSalesMethods = {
  /** Cases as the platforms report them: due first, then newest first. */
  'afterSales.list': query(
    z.strictObject({
      orderId: idSchema.nullable(),
      shopId: idSchema.nullable(),
      isOpenOnly: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ cases: z.array(afterSaleSchema), total: z.number().int() }),
  ),
  /** Puts an answer into the outbox; it leaves after the undo window. */
  'afterSales.answer': command(
    z.strictObject({
      id: idSchema,
      action: z.enum(AFTER_SALE_ACTIONS),
      text: noteText,
      amount: moneySchema.nullable(),
      trackingNumber: z.string().max(80).nullable(),
      carrier: z.string().max(80).nullable(),
    }),
    outcomeListSchema,
    ['not-found', 'refused'],
  ),
};
