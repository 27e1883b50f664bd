export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Answers longer than this fail with 'too-large'. */
  readonly maxBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** What is certain when no answer came: 'not-sent' never reached the other side; the rest may have. */
export type HttpFaultKind = 'not-sent' | 'timeout' | 'broken' | 'too-large' | 'aborted';

export class HttpFault extends Error {
  readonly kind: HttpFaultKind;
  constructor(kind: HttpFaultKind, detail: string) {
    super(`http ${kind}: ${detail}`);
    this.name = 'HttpFault';
    this.kind = kind;
  }
}

/** One HTTP exchange; no retries, no redirects across origins. Throws HttpFault, and nothing else. */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}

/**
 * How long an answer's Retry-After asks to wait, from now; null without a readable one. Both forms of RFC 9110 §10.2.3:
 * seconds, or a date (then measured against the answer's own Date, so that a wrong clock here does not matter).
 */
export function retryAfterMs(headers: HttpResponse['headers'], nowMs: number): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const untilMs = Date.parse(text);
  if (Number.isNaN(untilMs)) return null;
  const serverNowMs = Date.parse(headers['date'] ?? '');
  return Math.max(0, untilMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs));
}
