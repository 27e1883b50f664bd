import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { CoupangFaults } from '../faults.ts';
import { errorBody, type Refusal } from '../refusal.ts';

function errorAnswer(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(status, errorBody(message), { 'Content-Type': 'application/json;charset=UTF-8', ...headers });
}

export function refusalAnswer(refusal: Refusal): Answer {
  return errorAnswer(refusal.httpStatus, refusal.message);
}

/** The gateway waited in vain; nobody knows whether the work was done. Words of the official error table. */
export function gatewayTimeout(): Answer {
  return errorAnswer(504, 'Request timed out, if the situation continues consider applying timeout extension.');
}

export function tooManyRequests(): Answer {
  return errorAnswer(429, 'Too many requests. Try again later.');
}

/** The seller is locked out: every path leads to the same page. */
export function blockPage(): Answer {
  return { status: 302, headers: { Location: 'https://developers.coupangcorp.com/blocked' }, body: '' };
}

/** The CDN before the gateway has had enough. */
export function accessDenied(): Answer {
  const body =
    "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don't have permission to access this resource on this server.<P>\n</BODY>\n</HTML>\n";
  return { status: 403, headers: { 'Content-Type': 'text/html' }, body };
}

/** Some machine on the way answers in the platform's place. */
export function strangePage(): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html><body>Service check</body></html>\n' };
}

/** An error that comes before the provider has looked at the request. */
export function earlyAnswer(faults: CoupangFaults): Answer | null {
  if (faults.has('vendor-blocked')) return blockPage();
  if (faults.has('access-denied-html')) return accessDenied();
  if (faults.has('rate-limit')) return tooManyRequests();
  if (faults.has('gateway-504-before-write')) return gatewayTimeout();
  if (faults.has('provider-521')) return errorAnswer(521, 'connection timed out: aws-openapi.coupang.net');
  if (faults.has('provider-524')) return errorAnswer(524, 'A timeout occurred');
  if (faults.has('method-expired')) return errorAnswer(410, 'This API version is expired.');
  if (faults.has('not-deployed')) return errorAnswer(412, 'This API is not deployed.');
  if (faults.has('locked')) return errorAnswer(423, 'This API is locked.');
  if (faults.has('error-500')) return errorAnswer(500, 'Internal Exception');
  return null;
}
