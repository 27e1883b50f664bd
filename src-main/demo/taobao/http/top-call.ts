import type { Answer } from '../../kit/http/answer.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import type { StruckFaults } from '../faults.ts';
import type { TopMethod } from '../method.ts';
import type { Platform } from '../platform.ts';
import { invalid, Refusal } from '../refusal.ts';
import { checkGateway, commonNames } from './check-gateway.ts';
import { checkSession } from './check-session.ts';
import { readParameters, type TopParameters } from './read-parameters.ts';
import { refuseEarly, remoteTimeout, withUnknownValues } from './spoil.ts';
import { formOf, goodAnswer, refusalAnswer } from './write-answer.ts';

/** One call of the router from its parameters to its answer. Whatever it changed is on disk before this returns. */
export function topCall(platform: Platform, asked: RecordedRequest, faults: StruckFaults): Answer {
  const parameters = readParameters(asked);
  const form = formOf(parameters.text);
  const requestId = platform.newRequestId();
  try {
    const nowMs = platform.clock.nowMs();
    const method = checkGateway(parameters, platform.world, nowMs);
    asked.client = platform.world.app.appKey;
    platform.callLimits.take(method.name, nowMs);
    refuseEarly(faults);
    checkSession(method, parameters.text.get('session') ?? '', platform.world, nowMs, faults);
    const value = run(platform, method, parameters);
    if (faults.has('remote-timeout-after-write')) throw remoteTimeout();
    const page = platform.lastPages.choose(method.name, value, faults.has('duplicate-page'));
    return goodAnswer(method.name, faults.has('unknown-values') ? withUnknownValues(page) : page, requestId, form);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, requestId, form);
    throw error;
  }
}

function run(platform: Platform, method: TopMethod, { text, files }: TopParameters): unknown {
  for (const name of files.keys()) {
    if (!method.files.includes(name)) throw invalid(name, '未知文件参数');
  }
  // An empty value counts as not sent, as it does for the signature.
  const own = [...text].filter(([name, value]) => !commonNames.has(name) && value !== '');
  return platform.run(method, Object.fromEntries(own), files);
}
