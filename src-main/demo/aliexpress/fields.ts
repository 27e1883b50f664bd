import * as z from 'zod';
import { readJson } from '../kit/http/json.ts';
import { readWallText } from './pacific-time.ts';

/** Parameters come as text; JSON parameters hold numbers or texts of digits, as the clients of the platform please. */

export const idParameter = z.string().regex(/^\d{1,19}$/u, 'not an id');
export const wholeParameter = z
  .string()
  .regex(/^\d{1,9}$/u, 'not a whole number')
  .transform(Number);
export const truthParameter = z.enum(['true', 'false']).transform((text) => text === 'true');
export const textParameter = z.string();

/** A 64-bit id inside JSON, as decimal text. */
export const idField = z.union([z.number().int(), z.bigint(), z.string().regex(/^\d{1,19}$/u)]).transform(String);
/** A whole number inside JSON. */
export const wholeField = z.union([z.number().int(), z.string().regex(/^-?\d{1,9}$/u)]).transform(Number);
/** A decimal number inside JSON. */
export const decimalField = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/u)]).transform(Number);
export const truthField = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** A parameter whose text is JSON of this shape. */
export function jsonParameter<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((text, check) => {
    if (text === undefined) return undefined;
    try {
      return readJson(String(text));
    } catch {
      check.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  }, schema);
}

/** A Pacific time with seconds, as the wall clock's reading. */
export const wallField = z.string().transform((text, check) => {
  const wallMs = readWallText(text);
  if (wallMs === null) check.addIssue({ code: 'custom', message: 'must be yyyy-MM-dd HH:mm:ss' });
  return wallMs ?? 0;
});

/** Operations without parameters. */
export const noParameters = z.strictObject({});
