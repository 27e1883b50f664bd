import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { RecordedRequest } from '../../kit/http/request-log.ts';
import { render } from '../answer-tree.ts';
import type { StruckFaults } from '../faults.ts';
import { syncOperations } from '../operations.ts';
import type { Platform } from '../platform.ts';
import { invalidParameter, missingParameter, Refusal, serviceUnavailable } from '../refusal.ts';
import { checkCaller, checkFaults, checkPackage, checkSession, living } from './check-gateway.ts';
import { readParameters, type GatewayParameters } from './gateway-parameters.ts';
import { spoilValue } from './strange-values.ts';

const commonNames = new Set([
  'app_key',
  'method',
  'session',
  'timestamp',
  'sign_method',
  'sign',
  'v',
  'format',
  'simplify',
  'partner_id',
]);

/** A call of the business gateway, `/sync`. Failures come with HTTP 200 too. */
export async function syncCall(platform: Platform, asked: RecordedRequest, faults: StruckFaults): Promise<Answer> {
  let isSimple = false;
  let method = '';
  const requestId = platform.requestId(asked.serial);
  try {
    const parameters = await readParameters(asked);
    method = parameters.texts.get('method') ?? '';
    isSimple = readSimplify(parameters);
    asked.client = parameters.texts.get('app_key') ?? '';
    const tree = await run(platform, parameters, faults);
    const value = spoilValue(render(tree, isSimple), faults);
    const page = platform.lastPages.choose(`${method} ${isSimple}`, value, faults.has('duplicate-page'));
    return jsonAnswer(200, envelope(page, method, isSimple, requestId));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalAnswer(error, faults.has('nested-error') ? method : '', requestId);
  }
}

async function run(platform: Platform, parameters: GatewayParameters, faults: StruckFaults): Promise<unknown> {
  const { texts, files } = parameters;
  const { world } = platform;
  const nowMs = platform.clock.nowMs();
  const method = texts.get('method') ?? '';
  if (method === '') throw missingParameter('method');
  checkCaller(texts, '', world.app, nowMs);
  checkCommon(texts);
  checkFaults(faults);
  if (faults.has('nested-error')) throw serviceUnavailable();
  const operation = living(syncOperations.get(method), world.app);
  checkSession(texts.get('session') ?? '', world, nowMs);
  checkPackage(operation, world.app);
  platform.rateGate.pass(world.app.appKey, nowMs);
  const business = [...texts].filter(([name]) => !commonNames.has(name));
  return await platform.run(operation, Object.fromEntries(business), files, faults);
}

function checkCommon(texts: ReadonlyMap<string, string>): void {
  if (texts.get('v') !== '2.0') throw texts.has('v') ? invalidParameter('v', 'must be 2.0') : missingParameter('v');
  if (texts.get('format') !== 'json') {
    throw texts.has('format') ? invalidParameter('format', 'must be json') : missingParameter('format');
  }
}

function readSimplify(parameters: GatewayParameters): boolean {
  const text = parameters.texts.get('simplify') ?? 'false';
  if (text !== 'true' && text !== 'false') throw invalidParameter('simplify', 'must be true or false');
  return text === 'true';
}

/** `simplify=true` takes the outer key away. */
function envelope(value: unknown, method: string, isSimple: boolean, requestId: string): unknown {
  const fields = typeof value === 'object' && value !== null ? value : {};
  return isSimple
    ? { ...fields, code: '0', request_id: requestId }
    : { [outerKey(method)]: { ...fields, request_id: requestId } };
}

function outerKey(method: string): string {
  return `${method.replaceAll('.', '_')}_response`;
}

/** `error_response`, or the same one level deeper inside the `…_response` object. */
export function refusalAnswer(refusal: Refusal, nestedIn: string, requestId: string): Answer {
  const body = {
    error_response: { type: refusal.type, code: refusal.code, msg: refusal.message, request_id: requestId },
  };
  return jsonAnswer(200, nestedIn === '' ? body : { [outerKey(nestedIn)]: body });
}
