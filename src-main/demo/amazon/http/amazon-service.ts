import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { headerText } from '../../kit/http/asked.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { Service } from '../../kit/http/serve-exchange.ts';
import { takeControlRequest } from '../control.ts';
import type { FaultKind, StruckFaults } from '../faults.ts';
import type { DrawLabel } from '../label/draw-label.ts';
import { operations } from '../operations.ts';
import type { Platform } from '../platform.ts';
import { errorBody } from '../refusal.ts';
import { apiCall, unknownPath } from './api-call.ts';
import { answerDocument, documentPrefix } from './document-file.ts';
import { refuseBodyOfGet, struckAnswer } from './gateway.ts';
import { matchOperation } from './match-operation.ts';
import { answerTokenRequest, tokenPath } from './token-endpoint.ts';

/** What the platform's servers do with a request: the token endpoint, the documents and the API share one address here. */
export function amazonService(platform: Platform, drawLabel: DrawLabel, hasControl: boolean): Service<FaultKind> {
  return {
    clock: platform.clock,
    faults: platform.faults,
    log: platform.log,
    mostBodyBytes: 10_485_760,
    control: hasControl ? (asked) => takeControlRequest(platform, asked) : null,
    arrived: (asked) => {
      asked.operation = operationName(asked);
      asked.client = regionOfToken(platform, asked);
      platform.countRequest(asked.operation);
    },
    early: (_asked, faults) => withRequestId(platform, struckAnswer(faults)),
    answer: async (asked, faults) => withRequestId(platform, await route(platform, asked, faults, drawLabel)),
    tooLarge: () => jsonAnswer(413, errorBody('RequestTooLarge', 'The request size exceeded the maximum.', '')),
    badAddress: () => jsonAnswer(400, errorBody('InvalidInput', 'The address of the request makes no sense.', '')),
    broken: (error) => jsonAnswer(500, errorBody('InternalFailure', String(error), '')),
  };
}

function route(
  platform: Platform,
  asked: RecordedRequest,
  faults: StruckFaults,
  drawLabel: DrawLabel,
): Answer | Promise<Answer> {
  const path = asked.url.pathname;
  if (path === tokenPath) return answerTokenRequest(platform, asked, faults);
  if (path.startsWith(documentPrefix)) return answerDocument(platform, asked);
  const htmlRefusal = refuseBodyOfGet(asked);
  if (htmlRefusal !== null) return htmlRefusal;
  const matched = matchOperation(operations, asked.method, path);
  return matched === null ? unknownPath() : apiCall(platform, asked, matched, { faults, drawLabel });
}

function operationName(asked: RecordedRequest): string {
  const path = asked.url.pathname;
  if (path === tokenPath) return 'token';
  if (path.startsWith(documentPrefix)) return 'document';
  return matchOperation(operations, asked.method, path)?.operation.name ?? 'unknown';
}

/** Whose token it is, dead or alive: requests that a fault strikes count for somebody too. */
function regionOfToken(platform: Platform, asked: RecordedRequest): string {
  const { accessTokens, restrictedTokens } = platform.world;
  const value = headerText(asked.headers, 'x-amz-access-token');
  return [...restrictedTokens, ...accessTokens].find((token) => token.value === value)?.region ?? '';
}

/** Every answer carries an id that the platform's support would ask for. */
function withRequestId<Given extends Answer | null>(platform: Platform, answer: Given): Given {
  return answer === null
    ? answer
    : { ...answer, headers: { ...answer.headers, 'x-amzn-RequestId': platform.store.newUuid() } };
}
