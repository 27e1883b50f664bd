import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { Refusal } from '../refusal.ts';
import { errorBody } from '../refusal.ts';

export function refusalAnswer(refusal: Refusal): Answer {
  return jsonAnswer(refusal.httpStatus, errorBody(refusal.code, refusal.message));
}

export function tooManyRequests(retryAfterSeconds: number): Answer {
  const headers = { 'Retry-After': String(retryAfterSeconds), 'Ratelimit-Remaining': '0' };
  return jsonAnswer(429, errorBody(8, 'You have reached request rate limit per second'), headers);
}

/** Nobody ever lived at this path. */
export function unknownPath(): Answer {
  return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: '404 page not found\n' };
}
