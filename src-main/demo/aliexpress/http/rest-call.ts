import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import { render } from '../answer-tree.ts';
import type { StruckFaults } from '../faults.ts';
import { restOperations } from '../operations.ts';
import type { Platform } from '../platform.ts';
import { Refusal } from '../refusal.ts';
import { createToken, refreshToken, tokenAnswer } from '../tokens.ts';
import { checkCaller, checkFaults, checkPackage, checkSession, living } from './check-gateway.ts';
import { readParameters, type GatewayParameters } from './gateway-parameters.ts';
import { spoilValue } from './strange-values.ts';

const commonNames = new Set(['app_key', 'access_token', 'timestamp', 'sign_method', 'sign', 'partner_id']);

/** The two calls that no token is asked for. */
const tokenCalls = new Map([
  ['/auth/token/create', createToken],
  ['/auth/token/refresh', refreshToken],
]);

/** A call of the system gateway: `/rest` and the API path, which goes in front of the text to sign. */
export async function restCall(platform: Platform, asked: RecordedRequest, faults: StruckFaults): Promise<Answer> {
  const requestId = platform.requestId(asked.serial);
  try {
    const parameters = await readParameters(asked);
    asked.client = parameters.texts.get('app_key') ?? '';
    const value = await run(platform, asked.url.pathname.slice('/rest'.length), parameters, faults);
    return jsonAnswer(200, { ...value, code: '0', request_id: requestId });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return restRefusal(error, requestId);
  }
}

export function restRefusal({ type, code, message }: Refusal, requestId: string): Answer {
  return jsonAnswer(200, { type, code, message, request_id: requestId });
}

async function run(
  platform: Platform,
  path: string,
  { texts, files }: GatewayParameters,
  faults: StruckFaults,
): Promise<Record<string, unknown>> {
  const nowMs = platform.clock.nowMs();
  checkCaller(texts, path, platform.world.app, nowMs);
  const business = Object.fromEntries([...texts].filter(([name]) => !commonNames.has(name)));
  const giveToken = tokenCalls.get(path);
  if (giveToken !== undefined) {
    return platform.change(({ world }) =>
      tokenAnswer(giveToken(world, business, nowMs, platform.random), world.seller, nowMs),
    );
  }
  checkFaults(faults);
  const operation = living(restOperations.get(path), platform.world.app);
  checkSession(texts.get('access_token') ?? '', platform.world, nowMs);
  checkPackage(operation, platform.world.app);
  platform.rateGate.pass(platform.world.app.appKey, nowMs);
  const value = spoilValue(render(await platform.run(operation, business, files, faults), true), faults);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
