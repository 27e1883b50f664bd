import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, filterSchema, idSchema, idsSchema, nothing, shortText } from '../values.ts';

export const viewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  filter: filterSchema,
  /** Cards on the board that it shows now. */
  count: z.number().int(),
  overdue: z.number().int(),
});
export type ViewView = z.infer<typeof viewSchema>;

/** Filters that the seller keeps under a name, in her order. */
export const viewsMethods = {
  'views.list': query(nothing, z.strictObject({ views: z.array(viewSchema).max(30) })),
  /** id null adds one at the end. */
  'views.save': command(
    z.strictObject({ id: idSchema.nullable(), name: shortText.min(1), filter: filterSchema }),
    z.strictObject({ id: idSchema }),
    ['not-found', 'too-many'],
  ),
  'views.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'views.arrange': command(z.strictObject({ ids: idsSchema }), done),
};
