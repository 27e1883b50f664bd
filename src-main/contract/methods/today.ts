import { z } from 'zod';
import { DEADLINE_KINDS } from '../../core/deadline/deadline.ts';
import { query } from '../method.ts';
import {
  checkCodeSchema,
  filterSchema,
  holdReasonSchema,
  idSchema,
  nothing,
  platformSchema,
  timeSchema,
} from '../values.ts';

const count = z.number().int().min(0);

/** What the start screen says. Every number comes with the filter that shows its cards. */
export const todaySchema = z.strictObject({
  nowMs: timeSchema,
  /** When the seller's own day ends. */
  dayEndsMs: timeSchema,
  /** Orders on the desk with a clock that ends before the day does, late ones first. */
  leaving: z.strictObject({
    late: count,
    today: count,
    tomorrow: count,
    /** By the time they are due, at most 12 groups. */
    groups: z.array(
      z.strictObject({
        atMs: timeSchema,
        kind: z.enum(DEADLINE_KINDS),
        platform: platformSchema,
        shopName: z.string(),
        count,
        labelled: count,
        filter: filterSchema,
      }),
    ),
  }),
  /** Left the desk since the day began. */
  shippedToday: count,
  newOrders: z.strictObject({
    total: count,
    singles: count,
    withNote: count,
    byShop: z.array(
      z.strictObject({ shopId: idSchema, platform: platformSchema, shopName: z.string(), count, filter: filterSchema }),
    ),
  }),
  stuck: z.strictObject({
    total: count,
    /** Cards in 有问题 by what stops them, most first. */
    reasons: z.array(
      z.strictObject({
        check: checkCodeSchema.nullable(),
        hold: holdReasonSchema.nullable(),
        count,
        /** Days that the longest one has waited. */
        oldestMs: timeSchema.nullable(),
        filter: filterSchema,
      }),
    ),
    /** Pushes that gave up. */
    pushes: count,
    /** Parcels in 物流异常. */
    exceptions: count,
  }),
  cases: z.strictObject({
    open: count,
    /** The next to end, at most five. */
    next: z.array(
      z.strictObject({
        /** A case of ours, or a platform's report that has no case. */
        caseId: idSchema.nullable(),
        afterSaleId: idSchema.nullable(),
        orderId: idSchema.nullable(),
        kind: z.string(),
        remoteId: z.string().nullable(),
        platform: platformSchema,
        dueAtMs: timeSchema,
      }),
    ),
  }),
  stock: z.strictObject({ short: count, low: count }),
});
export type TodayView = z.infer<typeof todaySchema>;

export const todayMethods = {
  /** The desk in one answer: what is new, what is due, what is stuck. Shops and printers have their own lists. */
  'today.get': query(nothing, todaySchema),
  /** Days on which the seller's country does not work as Monday to Friday say, as far as they are published. */
  'today.calendar': query(nothing, z.strictObject({ off: z.array(z.iso.date()), work: z.array(z.iso.date()) })),
};
