import { z } from 'zod';
import { idSchema, timeSchema } from '../values.ts';

/** What became of a command over several orders. */
export const outcomeListSchema = z.strictObject({
  /** Names the command for undo; null when nothing was changed. */
  commandId: idSchema.nullable(),
  /** Until when the effects are held back and undo is certain; null when nothing is held. */
  undoUntilMs: timeSchema.nullable(),
  /** How many effects will go to platforms when the window closes. */
  effectCount: z.number().int(),
  results: z.array(
    z.union([
      z.strictObject({ orderId: idSchema, ok: z.literal(true) }),
      z.strictObject({ orderId: idSchema, ok: z.literal(false), refusal: z.string() }),
    ]),
  ),
});
export type OutcomeList = z.infer<typeof outcomeListSchema>;
