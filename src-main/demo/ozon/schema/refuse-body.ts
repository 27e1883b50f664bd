import type { ZodError } from 'zod';
import { badArgument, type Refusal } from '../refusal.ts';

/**
 * A body that does not fit, in the platform's two voices: its gateway cannot read the JSON (`proto: …`), or its validator refuses a
 * value (`Request validation error: …`).
 */
export function refuseBody(error: ZodError): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) return badArgument('Request validation error: invalid request');
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return badArgument(`proto: unknown field "${issue.keys.join('", "')}"`);
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  if (isMissing) return badArgument(`Request validation error: invalid ${field}: value is required`);
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') {
    return badArgument(`proto: invalid value for field "${field}"`);
  }
  return badArgument(`Request validation error: invalid ${field}: ${issue.message}`);
}

/** The words of the platform's validator for a page size out of range. */
export function checkLimit(limit: number, highest: number): void {
  if (limit >= 1 && limit <= highest) return;
  throw badArgument(`Request validation error: invalid Limit: value must be inside range [1, ${highest}]`);
}
