import * as z from 'zod';
import { readJson } from '../../kit/http/json.ts';
import { parseGmt8 } from '../gmt8.ts';

/** Every parameter travels as text; these turn it into what it means. */

/** A 64-bit id as decimal text. */
export const idField = z.string().regex(/^[1-9]\d{0,18}$/u);

export const textField = z.string().min(1);

/** A date in GMT+8, as epoch milliseconds. */
export const dateField = z.string().transform((text, check) => {
  const atMs = parseGmt8(text);
  if (atMs !== null) return atMs;
  check.addIssue({ code: 'custom', message: 'not yyyy-MM-dd HH:mm:ss' });
  return z.NEVER;
});

export const booleanField = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `0` or `1`, the way `is_split` is sent. */
export const switchField = z.enum(['0', '1']).transform((text) => text === '1');

/** A whole number within its limits, both included. */
export function wholeField(low: number, high: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^-?\d{1,15}$/u)
    .transform(Number)
    .refine((value) => value >= low && value <= high);
}

/** A plain list: comma-separated, nothing empty. */
export const listField = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => part !== ''));

/** A list of ids of at most so many. */
export function idsField(most: number): z.ZodType<string[], string> {
  return listField.refine((ids) => ids.length <= most && ids.every((id) => /^[1-9]\d{0,18}$/u.test(id)));
}

/** An object or a list of objects: one JSON string in the parameter, strict inside. */
export function jsonField<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>, string> {
  const read = z.string().transform((text, check): unknown => {
    try {
      return readJson(text);
    } catch {
      check.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  });
  return read.pipe(schema);
}

/** A number inside JSON; ids may come as number or text there. */
export const jsonIdField = z
  .union([z.number().int(), z.bigint(), z.string().regex(/^\d{1,19}$/u)])
  .transform((value) => String(value));

/** A page from 1 and its size within the documents' limits. */
export const pageFields = {
  page_no: wholeField(1, 1_000_000).optional(),
  page_size: wholeField(1, 100).optional(),
  use_has_next: booleanField.optional(),
};
