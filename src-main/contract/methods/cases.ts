import { z } from 'zod';
import { CASE_OUTCOMES, CASE_REASONS } from '../../core/order/work.ts';
import { command, query } from '../method.ts';
import { caseKindSchema, idSchema, idsSchema, noteText, platformSchema, timeSchema } from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

export const caseReasonSchema = z.enum(CASE_REASONS);
export const caseOutcomeSchema = z.enum(CASE_OUTCOMES);

/** One case of an order, open or ended, as the drawer and the list show it. */
export const caseSchema = z.strictObject({
  id: idSchema,
  kind: caseKindSchema,
  reason: caseReasonSchema.nullable(),
  note: z.string(),
  notes: z.array(z.strictObject({ atMs: timeSchema, text: z.string() })),
  openedAtMs: timeSchema,
  dueAtMs: timeSchema.nullable(),
  /** The platform's report that it came from (afterSales.list). */
  afterSaleId: idSchema.nullable(),
  closedAtMs: timeSchema.nullable(),
  outcome: caseOutcomeSchema.nullable(),
});
export type CaseView = z.infer<typeof caseSchema>;

export const caseEntrySchema = z.strictObject({
  case: caseSchema,
  orderId: idSchema,
  remoteId: z.string(),
  platform: platformSchema,
  shopName: z.string(),
  title: z.string(),
  fileCount: z.number().int(),
});
export type CaseEntryView = z.infer<typeof caseEntrySchema>;

/** Cases of ours: opened by hand, or from what a platform reports. What platforms report themselves: afterSales.*. */
export const casesMethods = {
  /** Open ones due first, ended ones newest first. */
  'cases.list': query(
    z.strictObject({
      isOpen: z.boolean(),
      shopId: idSchema.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ cases: z.array(caseEntrySchema), total: z.number().int() }),
  ),
  'cases.open': command(
    z.strictObject({
      ids: idsSchema,
      kind: caseKindSchema,
      reason: caseReasonSchema.nullable(),
      note: noteText,
      dueAtMs: timeSchema.nullable(),
    }),
    outcomeListSchema,
  ),
  'cases.change': command(
    z.strictObject({
      orderId: idSchema,
      caseId: idSchema,
      kind: caseKindSchema,
      reason: caseReasonSchema.nullable(),
      dueAtMs: timeSchema.nullable(),
    }),
    outcomeListSchema,
    ['not-found'],
  ),
  'cases.note': command(
    z.strictObject({ orderId: idSchema, caseId: idSchema, text: noteText.min(1) }),
    outcomeListSchema,
    ['not-found'],
  ),
  'cases.close': command(
    z.strictObject({ orderId: idSchema, caseId: idSchema, outcome: caseOutcomeSchema.nullable() }),
    outcomeListSchema,
    ['not-found'],
  ),
};
