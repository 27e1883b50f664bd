import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { Service } from '../../kit/http/serve-exchange.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import { takeControlRequest } from '../control.ts';
import type { FaultKind, StruckFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { authorizePage, tokenEndpoint } from './oauth.ts';
import { readParameters } from './read-parameters.ts';
import { earlyAnswer } from './spoil.ts';
import { topCall } from './top-call.ts';

/** Evidence pictures travel in the body; the largest the documents take are 5 MB. */
const mostBodyBytes = 6 * 1_048_576;

/** What the platform's server does with a request. */
export function topService(platform: Platform, hasControl: boolean): Service<FaultKind> {
  return {
    clock: platform.clock,
    faults: platform.faults,
    log: platform.log,
    mostBodyBytes,
    control: hasControl ? (asked) => takeControlRequest(platform, asked) : null,
    arrived: (asked) => {
      asked.operation = operationOf(asked);
      platform.faults.operation = asked.operation;
      platform.countRequest(asked.operation);
    },
    early: (_asked, faults) => earlyAnswer(faults),
    answer: (asked, faults) => answer(platform, asked, faults),
    tooLarge: () => textAnswer(413, 'Request Entity Too Large'),
    badAddress: () => textAnswer(400, 'Bad Request'),
    broken: (error) => jsonAnswer(500, { simulator: String(error) }),
  };
}

function operationOf(asked: RecordedRequest): string {
  if (asked.url.pathname !== '/router/rest') return asked.url.pathname;
  return readParameters(asked).text.get('method') ?? '';
}

function answer(platform: Platform, asked: RecordedRequest, faults: StruckFaults): Answer {
  switch (asked.url.pathname) {
    case '/router/rest':
      return topCall(platform, asked, faults);
    case '/authorize':
      return authorizePage(platform, asked);
    case '/token':
      return tokenEndpoint(platform, asked);
    default:
      return textAnswer(404, 'Not Found');
  }
}

function textAnswer(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
