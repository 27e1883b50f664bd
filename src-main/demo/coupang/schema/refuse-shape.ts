import type { ZodError } from 'zod';
import { badRequest, type Refusal } from '../refusal.ts';

/** A request that does not fit, in the words of the platform's servlet where the documents show them. */
export function refuseShape(error: ZodError, part: 'query' | 'body'): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) return badRequest('Bad Request');
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.join('", "');
    return badRequest(
      part === 'body' ? `Could not read JSON: Unrecognized field "${names}"` : `Unknown parameter '${names}'`,
    );
  }
  if (issue.input === undefined && issue.code !== 'custom') {
    return badRequest(
      part === 'query' ? `Required String parameter '${field}' is not present` : `Object is null : ${field}`,
    );
  }
  return badRequest(issue.code === 'custom' ? issue.message : `'${field}' is not valid: ${issue.message}`);
}
