import { z } from 'zod';
import { TAG_COLOURS } from '../../core/tag/tag.ts';
import { command, query } from '../method.ts';
import { done, idSchema, idsSchema, nothing } from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

const tagName = z.string().trim().min(1).max(40);
const tagColour = z.enum(TAG_COLOURS);

export const tagSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  colour: tagColour,
  /** Orders on the board that carry it. */
  count: z.number().int(),
});
export type TagView = z.infer<typeof tagSchema>;

export const tagsMethods = {
  'tags.list': query(nothing, z.strictObject({ tags: z.array(tagSchema) })),
  /** id null makes a new one. 'name-taken': another tag is called so. */
  'tags.save': command(
    z.strictObject({ id: idSchema.nullable(), name: tagName, colour: tagColour }),
    z.strictObject({ id: idSchema }),
    ['not-found', 'name-taken', 'too-many'],
  ),
  /** Takes it from every order; the orders' timelines keep that they had it. */
  'tags.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'tags.put': command(
    z.strictObject({ ids: idsSchema, add: z.array(idSchema).max(20), remove: z.array(idSchema).max(20) }),
    outcomeListSchema,
  ),
};
