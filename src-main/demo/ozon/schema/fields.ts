import * as z from 'zod';

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;

/**
 * A 64-bit integer, kept as decimal text. The documents send them as JSON numbers, as text, and in one example as the other of the
 * two; a gateway that speaks protobuf JSON takes both.
 */
export const int64Field = z.union([z.number().int(), z.bigint(), z.string().regex(/^-?\d{1,19}$/u)]).transform(String);

/** A 32-bit count of pieces. */
export const quantityField = z.number().int().min(1).max(2_147_483_647);

export const numberText = z.string().min(1);

/** RFC 3339, as epoch milliseconds. */
export const instantField = z
  .string()
  .regex(dateTime)
  .transform((text, check) => {
    const atMs = Date.parse(text);
    if (Number.isNaN(atMs)) check.addIssue({ code: 'custom', message: 'not a date' });
    return atMs;
  });

/** The schema says ASC and DESC, the official example writes `asc`. */
export const sortDirectionField = z
  .enum(['ASC', 'DESC', 'asc', 'desc'])
  .transform((direction) => (direction.toUpperCase() === 'DESC' ? 'DESC' : 'ASC'));

/** A page size, checked by range in the handler's own words. */
export const limitField = z.number().int();

/** Methods without a body are called with `{}`. */
export const emptyBody = z.strictObject({});
