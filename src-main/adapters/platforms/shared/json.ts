import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A JSON tree whose numbers are LosslessNumber, so that int64 ids and decimals keep every digit. */
export type JsonNode = unknown;

/** Reads JSON text without losing digits. null when it is no JSON (also when it is nested too deep). Never throws. */
export function readJson(text: string): { readonly node: JsonNode } | null {
  try {
    // The last of two equal keys wins, as in JSON.parse: one odd key must not lose a page of orders.
    return { node: parse(text, null, { onDuplicateKey: ({ newValue }) => newValue }) };
  } catch {
    return null;
  }
}

/** JSON text of a tree, digits untouched. */
export function writeJson(node: JsonNode): string {
  return stringify(node) ?? 'null';
}

/** The same tree with every number as its own decimal text: what the schemas read. */
export function plain(node: JsonNode): unknown {
  if (isLosslessNumber(node)) return node.value;
  if (Array.isArray(node)) return node.map(plain);
  if (!isRecord(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}

/** A member of a JSON object; undefined when the node is none or lacks it. */
export function member(node: JsonNode, key: string): JsonNode {
  return isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** Digits as a JSON number of any size, for ids in requests. */
export function jsonInteger(digits: string): LosslessNumber {
  return new LosslessNumber(digits);
}

/** True for a JSON object: no list, no number. */
export function isRecord(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && !isLosslessNumber(node);
}
