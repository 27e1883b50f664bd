import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, idsSchema, nothing, pngBase64, shortText, timeSchema } from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

export const printJobSchema = z.strictObject({
  id: idSchema,
  batchId: idSchema,
  position: z.number().int().min(1),
  orderId: idSchema,
  printerId: idSchema,
  remoteId: z.string(),
  state: z.enum(['waiting', 'queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled']),
  step: z.string(),
  copy: z.number().int(),
  reprintReason: z.string().nullable(),
  createdAtMs: timeSchema,
  settledAtMs: timeSchema.nullable(),
  byteCount: z.number().int(),
  preview: pngBase64.nullable(),
  warnings: z.array(z.string()),
});
export type PrintJobView = z.infer<typeof printJobSchema>;

export const batchSchema = z.strictObject({
  id: idSchema,
  printerId: idSchema,
  sort: z.enum(['given', 'by-sku', 'singles-first']),
  isReversed: z.boolean(),
  state: z.enum(['running', 'paused', 'stopped', 'done', 'cancelled']),
  stopReason: z.string().nullable(),
  stoppedAt: z.number().int().nullable(),
  createdAtMs: timeSchema,
  /** The last job of each position, by position. */
  jobs: z.array(printJobSchema),
});
export type BatchView = z.infer<typeof batchSchema>;

export const batchOrderSchema = z.strictObject({
  sort: z.enum(['given', 'by-sku', 'singles-first']),
  isReversed: z.boolean(),
});

export const paperSchema = z.strictObject({
  id: z.string(),
  atMs: timeSchema,
  widthDots: z.number().int(),
  heightDots: z.number().int(),
  language: z.string(),
  byteCount: z.number().int(),
  png: pngBase64,
});
export type PaperView = z.infer<typeof paperSchema>;

export const printingMethods = {
  /**
   * One key to paper: confirm where needed, label by the rules, print. Pressed twice it prints once. All labels of one
   * press are a batch, printed in the order asked for (absent: as the preferences say).
   */
  'printing.print': command(
    z.strictObject({ ids: idsSchema, order: batchOrderSchema.optional() }),
    outcomeListSchema.extend({ batchId: idSchema.nullable() }),
    ['printer-missing'],
  ),
  /** The print key is going down on these: the platform is asked how they stand. Prints nothing. */
  'printing.expect': command(z.strictObject({ ids: idsSchema }), done),
  /** Prints again, counted and marked (the second copy is REPRINT 1); the reason is asked from the third copy on. */
  'printing.reprint': command(z.strictObject({ id: idSchema, reason: shortText }), outcomeListSchema, [
    'printer-missing',
    'not-found',
  ]),
  /** The seller's answer about a job that broke while sending: did the paper come out? */
  'printing.answer': command(z.strictObject({ jobId: idSchema, cameOut: z.boolean() }), done, [
    'not-found',
    'printer-missing',
  ]),
  'printing.retry': command(z.strictObject({ jobId: idSchema }), done, ['not-found', 'printer-missing']),
  'printing.cancel': command(z.strictObject({ jobId: idSchema }), done, ['not-found', 'already-left']),
  /** After the label that is leaving now. */
  'printing.pauseBatch': command(z.strictObject({ batchId: idSchema }), done, ['not-found', 'already-left']),
  /**
   * Goes on with a paused or stopped batch. `fromPosition`: every label before it came out whole, it and those after it
   * did not; those of them that had been sent get the REPRINT mark. Null: with the first that was not sent; refused as
   * 'already-left' while nobody knows what became of one.
   */
  'printing.resumeBatch': command(
    z.strictObject({ batchId: idSchema, fromPosition: z.number().int().min(1).nullable() }),
    done,
    ['not-found', 'printer-missing', 'already-left'],
  ),
  /** Gives up what has not been sent. */
  'printing.cancelBatch': command(z.strictObject({ batchId: idSchema }), done, ['not-found']),
  'printing.jobs': query(
    z.strictObject({ limit: z.number().int().min(1).max(200) }),
    z.strictObject({ jobs: z.array(printJobSchema) }),
  ),
  /** The batches since the start of the seller's day and any older one that is not done, newest first, with the day's totals. */
  'printing.today': query(
    z.strictObject({ dayStartMs: timeSchema }),
    z.strictObject({
      batches: z.array(batchSchema),
      totals: z.strictObject({
        labels: z.number().int(),
        reprints: z.number().int(),
        /** Held back because the order was cancelled or refunded meanwhile. */
        heldBack: z.number().int(),
        pickLists: z.number().int(),
        packingSlips: z.number().int(),
        thankYouCards: z.number().int(),
      }),
    }),
  ),
  /** What the virtual printer put out, newest first. */
  'printing.papers': query(nothing, z.strictObject({ papers: z.array(paperSchema) })),
};
