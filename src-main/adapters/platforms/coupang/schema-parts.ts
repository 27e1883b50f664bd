import { z } from 'zod';

/**
 * Building stones for shapes that are read after `plain()` turned every number into its text. What looks odd reads as
 * absent: the platform's samples have null, '' and missing members for the same thing.
 */
const MAX_TEXT = 4_000;

export const text = z
  .string()
  .transform((value) => value.trim().slice(0, MAX_TEXT))
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

export const flag = z
  .union([z.boolean(), z.string().transform((word) => word.trim().toLowerCase() === 'true')])
  .nullish()
  .transform((value) => value ?? false)
  .catch(false);

/** A 64-bit id as its decimal text. */
export const identity = z
  .string()
  .trim()
  .regex(/^\d{1,19}$/);

export const identityOrNull = identity
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

export const count = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/)
  .transform(Number);

/** A count that means zero where it is missing. */
export const countOrZero = count
  .nullish()
  .transform((value) => value ?? 0)
  .catch(0);

export const texts = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''))
  .nullish()
  .transform((items) => items ?? [])
  .catch([]);

export const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object(shape)
    .nullish()
    .transform((value) => value ?? null)
    .catch(null);

/** A list whose odd members are left out. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .transform((items) =>
      items.flatMap((one): z.output<Item>[] => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    )
    .nullish()
    .transform((items) => items ?? [])
    .catch([]);
