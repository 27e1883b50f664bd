import { isRecord, type JsonNode, member, plain } from '../shared/json.ts';

/** The text of a member, also where it came as a number, without white space around it; null when absent or empty. */
export function textOf(node: JsonNode, key: string): string | null {
  const value = plain(member(node, key));
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** The first of these members that has a text. */
export function firstText(node: JsonNode, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(node, key);
    if (text !== null) return text;
  }
  return null;
}

/** A decimal id of up to 64 bits, as text; null for anything else. */
export function idOf(node: JsonNode, ...keys: readonly string[]): string | null {
  const text = firstText(node, ...keys);
  return text !== null && /^\d{1,20}$/.test(text) ? text : null;
}

/** A whole number that a double holds exactly, also from a text. */
export function wholeOf(node: JsonNode, key: string): number | null {
  const text = textOf(node, key);
  if (text === null || !/^-?\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** Booleans may come as texts. */
export function truthOf(node: JsonNode, key: string): boolean | null {
  const value = member(node, key);
  if (typeof value === 'boolean') return value;
  const text = textOf(node, key)?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}

/** A list, which the plain protocol wraps into an object of one key and simplify=true does not; [] for anything else. */
export function listOf(node: JsonNode, key: string): readonly JsonNode[] {
  const value = member(node, key);
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  const [only, ...others] = Object.values(value);
  if (others.length > 0) return [];
  return Array.isArray(only) ? only : isRecord(only) ? [only] : [];
}

/** A platform's word, cut down to what may stand in a code. */
export const codeWord = (word: string): string => word.replace(/[^\w-]+/g, '_').slice(0, 60);
