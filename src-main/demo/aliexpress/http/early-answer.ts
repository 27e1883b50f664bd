import { badGateway, type Answer } from '../../kit/http/answer.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { StruckFaults } from '../faults.ts';
import { callLimit, serviceUnavailable, systemError, type Refusal } from '../refusal.ts';
import { restRefusal } from './rest-call.ts';
import { refusalAnswer } from './sync-call.ts';

/** An error of the platform's front, before its service has looked at the request. */
export function earlyAnswer(asked: RecordedRequest, faults: StruckFaults, requestId: string): Answer | null {
  if (faults.has('html-502')) return badGateway();
  if (faults.has('service-unavailable')) return spoken(asked, serviceUnavailable(), requestId);
  if (faults.has('system-error')) return spoken(asked, systemError(), requestId);
  const limited = faults.get('rate-limit');
  return limited === undefined ? null : spoken(asked, callLimit(limited.retryAfterSeconds ?? 1), requestId);
}

function spoken(asked: RecordedRequest, refusal: Refusal, requestId: string): Answer {
  return asked.url.pathname === '/sync' ? refusalAnswer(refusal, '', requestId) : restRefusal(refusal, requestId);
}
