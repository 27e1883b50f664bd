import { isRecord, member, type JsonNode } from '../shared/json.ts';

/** The content of an answer: some are wrapped in `result`, some (or the same, for some shops) are not (ozon.md §3, §18). */
export function unwrapped(body: JsonNode): JsonNode {
  const result = member(body, 'result');
  return isRecord(result) ? result : body;
}
