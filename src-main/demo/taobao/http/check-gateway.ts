import { parseGmt8 } from '../gmt8.ts';
import { methods } from '../methods.ts';
import type { TopMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { signatureOf, signMethods, stringToSign } from '../sign.ts';
import type { TaobaoWorld } from '../world.ts';
import type { TopParameters } from './read-parameters.ts';

/** The server tolerates a clock that is ten minutes off. */
const toleranceMs = 10 * 60_000;

/** The parameters of the gateway itself; everything else belongs to the API. */
export const commonNames: ReadonlySet<string> = new Set([
  'method',
  'app_key',
  'session',
  'timestamp',
  'v',
  'format',
  'sign_method',
  'simplify',
  'sign',
  'partner_id',
  'target_app_key',
]);

/** What the gateway checks before anything of the API: names, version, format, time and signature. Throws the documents' codes 21 to 34. */
export function checkGateway(
  { text, repeated, isReadable }: TopParameters,
  world: TaobaoWorld,
  nowMs: number,
): TopMethod {
  const value = (name: string): string => text.get(name) ?? '';
  if (!isReadable) throw new Refusal(43, 'Parameter error', 'isv.invalid-content-type', '请求体格式不支持');
  if (repeated !== null)
    throw new Refusal(43, 'Parameter error', `isv.repeated-parameter:${repeated}`, `参数重复：${repeated}`);
  if (value('method') === '') throw new Refusal(21, 'Missing method');
  const asked = methods.get(value('method'));
  if (asked === undefined) throw new Refusal(22, 'Invalid method', 'isv.method-not-exist', '方法不存在');
  if (value('app_key') === '') throw new Refusal(28, 'Missing app key');
  if (value('app_key') !== world.app.appKey)
    throw new Refusal(29, 'Invalid app key', 'isv.appkey-not-exists', 'AppKey不存在');
  if (value('v') === '') throw new Refusal(32, 'Missing version');
  if (value('v') !== '2.0') throw new Refusal(33, 'Invalid version');
  if (!['', 'json', 'xml'].includes(value('format'))) throw new Refusal(23, 'Invalid format');
  checkTime(value('timestamp'), nowMs);
  checkSignature(text, world.app.secret);
  return asked;
}

function checkTime(timestamp: string, nowMs: number): void {
  if (timestamp === '') throw new Refusal(30, 'Missing timestamp');
  const atMs = parseGmt8(timestamp);
  if (atMs === null || Math.abs(atMs - nowMs) > toleranceMs) throw new Refusal(31, 'Invalid timestamp');
}

function checkSignature(text: ReadonlyMap<string, string>, secret: string): void {
  const sign = text.get('sign') ?? '';
  if (sign === '') throw new Refusal(24, 'Missing signature');
  const asked = text.get('sign_method') ?? '';
  const signMethod = signMethods.find((candidate) => candidate === asked);
  const isRight = signMethod !== undefined && signatureOf(signMethod, secret, stringToSign(text)) === sign;
  if (!isRight) throw new Refusal(25, 'Invalid signature', 'isv.invalid-signature', '签名不正确');
}
