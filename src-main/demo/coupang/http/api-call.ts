import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { headerText } from '../../kit/http/asked.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { CoupangFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { findRoute } from '../routes.ts';
import { checkAccess, expiredSignature, refusedIp } from './check-access.ts';
import {
  accessDenied,
  blockPage,
  gatewayTimeout,
  refusalAnswer,
  strangePage,
  tooManyRequests,
} from './front-answers.ts';
import { readBody, readQuery } from './read-request.ts';
import { spoilBody } from './spoil.ts';

/** What the gateway waits for its provider unless `X-EXTENDED-TIMEOUT` says more. */
const gatewayWaitMs = 3_000;

/** One API request from its headers to its answer. Whatever it changed is on disk before this returns. */
export function apiCall(platform: Platform, asked: RecordedRequest, faults: CoupangFaults): Answer {
  const { vendor } = platform.currentWorld();
  const nowMs = platform.clock.nowMs();
  asked.client = vendor.vendorId;
  if (vendor.isBlocked) return blockPage();
  const door = platform.traffic.look(nowMs);
  if (door !== 'open') return door === 'denied' ? accessDenied() : tooManyRequests();
  try {
    if (faults.has('ip-not-allowed')) throw refusedIp(vendor.seenFromIp);
    if (faults.has('signature-expired')) throw expiredSignature();
    checkAccess(asked, vendor, nowMs);
    const used = platform.traffic.take(vendor.vendorId, nowMs);
    if (used === null) return tooManyRequests();
    const body = answerBody(platform, asked, faults);
    const warning: Record<string, string> = used >= 0.9 ? { 'X-CAG-Warnings': 'request rate is near its limit' } : {};
    if (faults.has('html-in-200')) return strangePage();
    return gatewayGaveUp(asked, faults) ? gatewayTimeout() : jsonAnswer(200, spoilBody(body, faults), warning);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if ([401, 403, 404].includes(error.httpStatus)) platform.traffic.noteError(nowMs);
    return refusalAnswer(error);
  }
}

function answerBody(platform: Platform, asked: RecordedRequest, faults: CoupangFaults): unknown {
  const found = findRoute(asked.method, asked.url.pathname);
  if (found === null) throw new Refusal(404, 'Not Found');
  const { route, parameters } = found;
  asked.operation = route.operation;
  if (route.isExpired) throw new Refusal(410, 'This API version is expired.');
  checkVendor(parameters['vendorId'], platform.world.vendor.vendorId);
  const query = readQuery(asked);
  const body = route.takesBody ? readBody(asked) : undefined;
  const answer = platform.run(route, { parameters, query, body }, faults);
  if (!('nextToken' in answer)) return answer;
  // One memory a status: a list of paid boxes never answers for one of sent boxes.
  const list = `${route.operation} ${query['status'] ?? ''}`;
  return platform.lastPages.choose(list, answer, faults.has('duplicate-page'));
}

/** A vendor id of another form is a bad request; somebody else's is a path that does not exist. */
function checkVendor(asked: string | undefined, vendorId: string): void {
  if (asked === undefined || asked === vendorId) return;
  throw /^A\d{8}$/u.test(asked) ? new Refusal(404, 'Not Found') : badRequest('Invalid vendor ID');
}

function gatewayGaveUp(asked: RecordedRequest, faults: CoupangFaults): boolean {
  if (faults.has('gateway-504-after-write')) return true;
  const extended = Number(headerText(asked.headers, 'x-extended-timeout'));
  const waitMs = Number.isFinite(extended) && extended > gatewayWaitMs ? extended : gatewayWaitMs;
  const tookMs = Math.max(faults.get('slow')?.latencyMs ?? 0, faults.get('provider-slow')?.latencyMs ?? 0);
  return tookMs > waitMs;
}
