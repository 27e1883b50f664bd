import type { StruckFaults } from '../faults.ts';
import { readGatewayTimestamp } from '../pacific-time.ts';
import {
  illegalAccessToken,
  illegalTimestamp,
  incompleteSignature,
  insufficientPermission,
  invalidApiPath,
  ipNotAllowed,
  missingParameter,
  Refusal,
} from '../refusal.ts';
import type { Operation } from '../operation.ts';
import { signature } from '../signing.ts';
import type { AliApp, AliWorld } from '../world.ts';

/** How far a timestamp may be off; two hours in the gateway's family. */
const toleranceMs = 7_200_000;
const signMethods = new Set(['sha256', 'hmac-sha256']);
const localIp = '127.0.0.1';

/** The app, the time, the signature and the address list. `apiPath` is '' for `/sync`. Throws Refusal. */
export function checkCaller(texts: ReadonlyMap<string, string>, apiPath: string, app: AliApp, nowMs: number): void {
  for (const name of ['app_key', 'timestamp', 'sign_method', 'sign']) {
    if ((texts.get(name) ?? '') === '') throw missingParameter(name);
  }
  // The documents name no code for a strange key; this one is the simulator's.
  if (texts.get('app_key') !== app.appKey)
    throw new Refusal('ISV', 'InvalidAppKey', 'The specified App Key is invalid');
  const atMs = readGatewayTimestamp(texts.get('timestamp') ?? '');
  if (atMs === null || Math.abs(atMs - nowMs) > toleranceMs) throw illegalTimestamp();
  const isKnownMethod = signMethods.has((texts.get('sign_method') ?? '').toLowerCase());
  if (!isKnownMethod || texts.get('sign') !== signature(apiPath, texts, app.appSecret)) throw incompleteSignature();
  if (app.allowedIps !== null && !app.allowedIps.includes(localIp)) throw ipNotAllowed(localIp);
}

/** Faults of the account, told once the caller is known. */
export function checkFaults(faults: StruckFaults): void {
  if (faults.has('ip-not-allowed')) throw ipNotAllowed(localIp);
  if (faults.has('api-removed')) throw invalidApiPath();
  if (faults.has('expired-token')) throw illegalAccessToken();
  if (faults.has('missing-permission')) throw insufficientPermission();
}

/** Throws Refusal on a token that is unknown or over. */
export function checkSession(token: string, world: AliWorld, nowMs: number): void {
  const session = world.sessions.find((candidate) => candidate.accessToken === token);
  if (token === '' || session === undefined || nowMs >= session.accessExpiresAtMs) throw illegalAccessToken();
}

/** The operation, when it exists and still lives. Throws Refusal. */
export function living(operation: Operation | undefined, app: AliApp): Operation {
  if (operation === undefined || app.switchedOff.includes(operation.name)) throw invalidApiPath();
  return operation;
}

/** Throws Refusal when none of the app's packages holds the operation. */
export function checkPackage(operation: Operation, app: AliApp): void {
  if (operation.needs !== null && !app.packages.includes(operation.needs)) throw insufficientPermission();
}
