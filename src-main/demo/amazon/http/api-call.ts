import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { bodyText, headerText } from '../../kit/http/asked.ts';
import { readJson } from '../../kit/http/json.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { StruckFaults } from '../faults.ts';
import type { DrawLabel } from '../label/draw-label.ts';
import type { Call, Operation, Outcome } from '../operation.ts';
import type { Platform } from '../platform.ts';
import { errorBody, invalidInput, notFound, Refusal } from '../refusal.ts';
import { callerOf, checkMayCall, checkUserAgent } from './check-access.ts';
import { quotaExceeded } from './gateway.ts';
import type { MatchedOperation } from './match-operation.ts';
import { withUnknownValues } from './spoil.ts';

/** One API request from its headers to its answer. Whatever it changed is on disk before this returns. */
export async function apiCall(
  platform: Platform,
  asked: RecordedRequest,
  matched: MatchedOperation,
  serving: { faults: StruckFaults; drawLabel: DrawLabel },
): Promise<Answer> {
  const { operation } = matched;
  let rate: Record<string, string> = {};
  try {
    checkUserAgent(asked.headers);
    const nowMs = platform.clock.nowMs();
    const caller = callerOf(platform.store, asked.headers, platform.hostRegion, nowMs);
    const call = callOf(platform, asked, matched, serving, caller.account.region);
    const isRestricted =
      typeof operation.isRestricted === 'function' ? operation.isRestricted(call) : operation.isRestricted === true;
    checkMayCall(caller, operation, { path: asked.url.pathname, roles: call.roles, isRestricted });
    const limit = platform.limitOf(operation);
    rate = { 'x-amzn-RateLimit-Limit': String(limit.ratePerSecond) };
    if (!platform.takeToken(operation.name, caller.account.region, limit)) return quotaExceeded();
    checkQuery(operation, asked.url.searchParams);
    const outcome = await platform.run(operation, { ...call, body: readBody(operation, asked) });
    return outcomeAnswer(platform, asked, outcome, { faults: serving.faults, rate });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, operation, rate);
    throw error;
  }
}

function callOf(
  platform: Platform,
  asked: RecordedRequest,
  matched: MatchedOperation,
  { faults, drawLabel }: { faults: StruckFaults; drawLabel: DrawLabel },
  region: Call['account']['region'],
): Call {
  return {
    store: platform.store,
    account: platform.store.account(region),
    roles: platform.world.app.roles,
    nowMs: platform.clock.nowMs(),
    timings: platform.timings,
    random: platform.random,
    baseUrl: asked.url.origin,
    params: matched.params,
    query: asked.url.searchParams,
    headers: asked.headers,
    body: undefined,
    drawLabel,
    fault: (kind) => faults.get(kind),
  };
}

/** Strict: a parameter that no document knows is a mistake of the client, and so is one that comes twice. */
function checkQuery(operation: Operation, query: URLSearchParams): void {
  for (const name of new Set(query.keys())) {
    if (!(operation.query ?? []).includes(name)) throw invalidInput(`The request has the unknown parameter ${name}.`);
    if (query.getAll(name).length > 1) throw invalidInput(`${name} is given twice; lists are comma separated.`);
  }
}

function readBody(operation: Operation, asked: RecordedRequest): unknown {
  if (operation.method === 'GET' || operation.method === 'DELETE' || asked.body.length === 0) return undefined;
  const contentType = headerText(asked.headers, 'content-type').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') {
    throw new Refusal(415, 'UnsupportedMediaType', 'Content-Type must be application/json.', '');
  }
  try {
    return readJson(bodyText(asked));
  } catch {
    throw invalidInput('Request body is not valid JSON.');
  }
}

function outcomeAnswer(
  platform: Platform,
  asked: RecordedRequest,
  outcome: Outcome,
  { faults, rate }: { faults: StruckFaults; rate: Record<string, string> },
): Answer {
  if (outcome.body === undefined) return { status: outcome.status, headers: rate, body: '' };
  const page = platform.lastPages.choose(
    `${asked.client} ${asked.operation}`,
    outcome.body,
    faults.has('duplicate-page'),
  );
  const value = faults.has('unknown-values') ? withUnknownValues(page) : page;
  const contentType: Record<string, string> =
    outcome.contentType === undefined ? {} : { 'Content-Type': outcome.contentType };
  return jsonAnswer(outcome.status, value, { ...rate, ...contentType });
}

/** The limit is told with 400 and 404, never with 403 and 429. */
function refusalAnswer(refusal: Refusal, operation: Operation, rate: Record<string, string>): Answer {
  const { httpStatus, message, details } = refusal;
  const isNumbered = operation.hasNumberedCodes === true && refusal.code === 'InvalidInput';
  const code = isNumbered ? '400' : refusal.code;
  const headers = httpStatus === 400 || httpStatus === 404 ? rate : {};
  return jsonAnswer(httpStatus, errorBody(code, message, details), { ...headers, 'x-amzn-ErrorType': refusal.code });
}

/** Nobody ever lived at this path. */
export function unknownPath(): Answer {
  const refusal = notFound('Resource not found.');
  return jsonAnswer(404, errorBody(refusal.code, refusal.message, ''), { 'x-amzn-ErrorType': refusal.code });
}
