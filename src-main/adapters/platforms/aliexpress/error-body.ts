import { type JsonNode, member } from '../shared/json.ts';
import { firstText, textOf } from './nodes.ts';

/** An error answer of either gateway. `message` is the platform's own English text, at most 300 characters. */
export interface ApiError {
  /** ISP: service provider · ISV: caller · SYSTEM: the platform; '' when it does not say. */
  readonly type: string;
  readonly code: string;
  readonly message: string;
}

/** The key that the plain /sync protocol puts around an answer. */
const outerKey = (method: string): string => `${method.replaceAll('.', '_')}_response`;

/** The content of an answer, simplified or wrapped. */
export function unwrapped(body: JsonNode, method: string): JsonNode {
  return member(body, outerKey(method)) ?? body;
}

/**
 * The error in an answer, whatever the HTTP status: `error_response` on top or one level deeper inside the …_response
 * object, or the flat {type, code, message} of /rest. Null for an answer that is none.
 */
export function errorIn(body: JsonNode, method: string): ApiError | null {
  const inner = unwrapped(body, method);
  const wrapped = member(body, 'error_response') ?? member(inner, 'error_response');
  if (wrapped !== undefined) return readError(wrapped);
  const code = textOf(body, 'code');
  const isError = code !== null && code !== '0' && firstText(body, 'message', 'msg', 'type') !== null;
  return isError ? readError(body) : null;
}

function readError(node: JsonNode): ApiError {
  const code = firstText(node, 'code', 'sub_code') ?? 'unknown-error';
  const subCode = textOf(node, 'sub_code');
  const message = [firstText(node, 'msg', 'message'), textOf(node, 'sub_msg')]
    .filter((part) => part !== null)
    .join(' ');
  // A number as code (the old gateway's habit) says less than the word beside it.
  const word = /^\d+$/.test(code) && subCode !== null ? subCode : code;
  return { type: textOf(node, 'type') ?? '', code: word, message: message.slice(0, 300) };
}
