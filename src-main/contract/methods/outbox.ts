import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, nothing, timeSchema } from '../values.ts';
import { effectViewSchema } from './orders.ts';

export const outboxMethods = {
  /** Effects that wait, run or gave up, with the order they belong to. */
  'outbox.list': query(
    nothing,
    z.strictObject({
      nowMs: timeSchema,
      effects: z.array(
        z.strictObject({
          ...effectViewSchema.shape,
          /** Null for what belongs to no order: stock, a case without one. */
          orderId: idSchema.nullable(),
          remoteId: z.string(),
          createdAtMs: timeSchema,
        }),
      ),
    }),
  ),
  'outbox.retry': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** The seller did it in the seller centre: the effect is settled without being sent. */
  'outbox.doneByHand': command(z.strictObject({ id: idSchema }), done, ['not-found']),
};
