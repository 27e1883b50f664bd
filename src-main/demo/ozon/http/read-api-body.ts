import { bodyText, headerText, type Asked } from '../../kit/http/asked.ts';
import { readJson } from '../../kit/http/json.ts';
import { badArgument, Refusal } from '../refusal.ts';

/** The JSON body of an API call: POST, JSON by its content type, and really JSON. */
export function readApiBody(asked: Asked): unknown {
  if (asked.method !== 'POST') throw new Refusal(405, 12, 'Method Not Allowed');
  const contentType = headerText(asked.headers, 'content-type').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw badArgument('Content-Type must be application/json');
  try {
    return readJson(bodyText(asked));
  } catch {
    throw badArgument('proto: syntax error: invalid JSON');
  }
}
