import { type JsonNode, member } from '../shared/json.ts';

/**
 * A list of an answer: `{"trades":{"trade":[…]}}`, or without the wrapper as some documents show it. Empty lists are left
 * out by the platform, so an absent one is empty. Null when something else stands there.
 */
export function rows(parent: JsonNode, name: string, element: string): readonly JsonNode[] | null {
  const outer = member(parent, name);
  if (outer === undefined || outer === null) return [];
  if (Array.isArray(outer)) return outer;
  const inner = member(outer, element);
  if (inner === undefined || inner === null) return [];
  return Array.isArray(inner) ? inner : null;
}
