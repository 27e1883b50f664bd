import type { ZodError } from 'zod';
import { invalid, missing, type Refusal } from '../refusal.ts';

/** Parameters that do not fit: 40 for the first that is missing, 41 for the first that makes no sense or that the API does not know. */
export function refuseParameters(error: ZodError): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) return invalid('');
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return invalid([...issue.path, issue.keys[0] ?? ''].join('.'), '未知参数');
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return missing(name);
  return invalid(name);
}
