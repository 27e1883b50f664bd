import { bodyText, headerText, type Asked } from '../../kit/http/asked.ts';
import { readJson } from '../../kit/http/json.ts';
import { badRequest, Refusal } from '../refusal.ts';

/** The query as the platform's servlet decodes it: a bare `+` is a space. Throws when a parameter is there twice. */
export function readQuery(asked: Asked): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of asked.url.searchParams) {
    if (name in query) throw badRequest(`Parameter '${name}' is present more than once`);
    query[name] = value;
  }
  return query;
}

/** The JSON body of a call; ids beyond 2^53 come as bigint. Throws on anything that is no JSON by type or by content. */
export function readBody(asked: Asked): unknown {
  const contentType = headerText(asked.headers, 'content-type').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw new Refusal(415, "Content type '' not supported");
  try {
    return readJson(bodyText(asked));
  } catch (error) {
    throw badRequest(`Could not read JSON: ${error instanceof Error ? error.message : 'not JSON'}`);
  }
}
