import * as z from 'zod';

/** A 64-bit id as a bare JSON number, kept as decimal text. Text is refused: the contract says Number. */
export const idField = z.union([z.number().int().positive(), z.bigint().positive()]).transform(String);

/** An id that one official sample writes as text and its table as a number. */
export const looseIdField = z.union([idField, z.string().regex(/^\d{1,19}$/u)]);

/** The upload sample sends booleans, the update sample `"False"`, both tables say String. */
export const flagField = z.union([
  z.boolean(),
  z.enum(['true', 'false', 'True', 'False']).transform((word) => word.toLowerCase() === 'true'),
]);

/** Text; the update sample sends a bare number. */
export const invoiceNumberField = z.union([
  z.string(),
  z.number().int().transform(String),
  z.bigint().transform(String),
]);

export const countField = z.number().int().min(1);

/** `2026-11-06`, or '' for none. */
export const dayOrEmptyField = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/u);

export const vendorIdField = z.string().regex(/^A\d{8}$/u, 'Invalid vendor ID');

/** A whole number in a query. */
export function queryCount(low: number, high: number): z.ZodType<number> {
  return z
    .string()
    .regex(/^-?\d{1,6}$/u)
    .transform(Number)
    .pipe(z.number().min(low).max(high));
}

export const queryId = z.string().regex(/^\d{1,19}$/u);
