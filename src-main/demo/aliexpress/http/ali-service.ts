import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { Service } from '../../kit/http/serve-exchange.ts';
import { takeControlRequest } from '../control.ts';
import type { FaultKind, StruckFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { authorisePage } from './authorise-page.ts';
import { earlyAnswer } from './early-answer.ts';
import { operationPath } from './gateway-parameters.ts';
import { restCall } from './rest-call.ts';
import { syncCall } from './sync-call.ts';

/** What the platform's server does with a request. */
export function aliService(platform: Platform, hasControl: boolean): Service<FaultKind> {
  return {
    clock: platform.clock,
    faults: platform.faults,
    log: platform.log,
    mostBodyBytes: 4 * 1_048_576,
    control: hasControl ? (asked) => takeControlRequest(platform, asked) : null,
    arrived: (asked) => {
      const path = operationPath(asked);
      asked.operation = path;
      platform.faults.expect(path);
      platform.countRequest(path);
    },
    early: (asked, faults) => earlyAnswer(asked, faults, platform.requestId(asked.serial)),
    answer: (asked, faults) => answer(platform, asked, faults),
    tooLarge: () => text(413, 'Request Entity Too Large'),
    badAddress: () => text(400, 'Bad Request'),
    broken: (error) => jsonAnswer(500, { type: 'SYSTEM', code: 'SystemError', message: String(error) }),
  };
}

function answer(platform: Platform, asked: RecordedRequest, faults: StruckFaults): Answer | Promise<Answer> {
  const path = asked.url.pathname;
  if (path === '/oauth/authorize') return authorisePage(platform, asked);
  if (path !== '/sync' && !path.startsWith('/rest/')) return text(404, 'Not Found');
  if (asked.method !== 'POST') return text(405, 'Method Not Allowed');
  return path === '/sync' ? syncCall(platform, asked, faults) : restCall(platform, asked, faults);
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
