import { badGateway, jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { Asked } from '../../kit/http/asked.ts';
import type { StruckFaults } from '../faults.ts';
import { errorBody } from '../refusal.ts';

/** The gateway answers a GET with a body, or with a length, in HTML and never asks the service behind it. */
export function refuseBodyOfGet(asked: Asked): Answer | null {
  if (asked.method !== 'GET') return null;
  const { headers } = asked;
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  if (!hasBody && asked.body.length === 0) return null;
  const body =
    '<HTML><HEAD>\n<TITLE>Bad Request</TITLE>\n</HEAD><BODY>\n<H1>Bad Request</H1>\nYour browser sent a request that this server could not understand.<P>\n</BODY></HTML>\n';
  return { status: 400, headers: { 'Content-Type': 'text/html' }, body };
}

/** An error that comes before the service has looked at the request. */
export function struckAnswer(faults: StruckFaults): Answer | null {
  if (faults.has('html-502')) return badGateway();
  if (faults.has('error-500')) {
    return refused(500, 'InternalFailure', 'We encountered an internal error. Please try again.');
  }
  if (faults.has('error-503')) return refused(503, 'ServiceUnavailable', 'Service is temporarily unavailable.');
  if (faults.has('denied')) return refused(403, 'Unauthorized', 'Access to requested resource is denied.');
  return faults.has('rate-limit') ? quotaExceeded() : null;
}

export function quotaExceeded(): Answer {
  return refused(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
}

function refused(status: number, code: string, message: string): Answer {
  return jsonAnswer(status, errorBody(code, message, ''), { 'x-amzn-ErrorType': code });
}
