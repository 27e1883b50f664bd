import type { HttpResponse } from '../../../app/ports/http.ts';
import { member, plain, readJson, type JsonNode } from '../shared/json.ts';

/** An error answer in one shape, whatever shape it came in. `message` is Ozon's own English text, at most 300 characters. */
export interface ApiError {
  readonly status: number;
  readonly isJson: boolean;
  /** gRPC code (3 bad argument, 5 not found, 7 denied, 8 exhausted, 16 unauthenticated …), when there is one. */
  readonly grpcCode: string | null;
  readonly message: string;
  /** Ozon's machine word, e.g. POSTING_ALREADY_SHIPPED; null when the answer has none. */
  readonly word: string | null;
}

const WORD = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;

/**
 * Reads `{code, message, details}`, the legacy `{error: {code, message}}`, `{error: "text"}`, an HTML page and an
 * empty body alike (ozon.md §1).
 */
export function readErrorBody(response: HttpResponse): ApiError {
  const json = readJson(new TextDecoder().decode(response.bytes.subarray(0, 64 * 1024)));
  const body = plain(json?.node);
  const legacy = member(body, 'error');
  const source = typeof legacy === 'object' && legacy !== null ? legacy : body;
  const code = text(member(source, 'code'));
  const message = (text(member(source, 'message')) || text(legacy)).slice(0, 300);
  const isGrpc = /^\d{1,3}$/.test(code);
  const word = firstWord(message, detailsText(member(source, 'details')), isGrpc ? '' : code);
  return { status: response.status, isJson: json !== null, grpcCode: isGrpc ? code : null, message, word };
}

/** The first machine word in any of the texts. */
export function firstWord(...texts: readonly string[]): string | null {
  for (const candidate of texts) {
    const found = WORD.exec(candidate)?.[0] ?? (/^[A-Z]{4,40}$/.test(candidate) ? candidate : null);
    if (found !== null) return found.slice(0, 80);
  }
  return null;
}

/** A per-item `error`: a text, a list of texts or of `{code, message}`, or nothing (ozon.md §7). */
export function itemErrorText(node: JsonNode): string {
  const value = plain(node);
  if (Array.isArray(value)) return value.map(itemErrorText).join(' ').trim();
  return [text(value), text(member(value, 'code')), text(member(value, 'message'))].join(' ').trim();
}

function detailsText(details: unknown): string {
  return Array.isArray(details) ? details.map((detail) => text(member(detail, 'value'))).join(' ') : '';
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
