import type { Refusal } from '../refusal.ts';
import { errorBody } from '../refusal.ts';
import { writeJson } from './json.ts';

/** An answer before it goes onto the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: writeJson(value) };
}

export function refusalAnswer(refusal: Refusal): Answer {
  return jsonAnswer(refusal.httpStatus, errorBody(refusal.code, refusal.message));
}

/** What the platform's front answers when the service behind it is away. */
export function badGateway(): Answer {
  const body =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
  return { status: 502, headers: { 'Content-Type': 'text/html' }, body };
}

export function tooManyRequests(retryAfterSeconds: number): Answer {
  const headers = { 'Retry-After': String(retryAfterSeconds), 'Ratelimit-Remaining': '0' };
  return jsonAnswer(429, errorBody(8, 'You have reached request rate limit per second'), headers);
}

/** Nobody ever lived at this path. */
export function unknownPath(): Answer {
  return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: '404 page not found\n' };
}
