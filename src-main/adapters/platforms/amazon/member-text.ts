import { type JsonNode, member, plain } from '../shared/json.ts';

/** A text of a JSON object; null for anything else, and for an empty one. */
export function memberText(node: JsonNode, key: string): string | null {
  const value = plain(member(node, key));
  return typeof value === 'string' && value !== '' ? value : null;
}
