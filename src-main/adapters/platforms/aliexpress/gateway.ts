import type { Clock } from '../../../app/ports/clock.ts';
import { type Http, HttpFault, type HttpResponse, retryAfterMs } from '../../../app/ports/http.ts';
import type { Pacer } from '../../../app/ports/pacing.ts';
import { type JsonNode, readJson } from '../shared/json.ts';
import { errorIn, unwrapped } from './error-body.ts';
import { banMs, type CallFault } from './errors.ts';
import { API_BUCKET } from './manifest.ts';
import type { AliSettings } from './settings.ts';
import { signatureOf } from './signature.ts';
import type { AliTimings } from './timings.ts';

const MAX_BYTES = 32 * 1024 * 1024;
/** A timestamp that was refused is only worth sending again when the answer shows our clock to be off by so much. */
const WORTH_CORRECTING_MS = 60_000;

export type GatewayResult =
  /** `body` is the answer's content without its outer key; `atMs` is the platform's own time. */
  | { readonly ok: true; readonly body: JsonNode; readonly atMs: number }
  | { readonly ok: false; readonly fault: CallFault };

/** The only code of the connector that talks HTTP: signs, waits for its turn, and reads the errors. Never throws. */
export interface Gateway {
  /** A dotted method of /sync with the session's token, or (from '/') a path of /rest. */
  call(name: string, business: Readonly<Record<string, string>>, accessToken: string): Promise<GatewayResult>;
  /** The platform's time as its newest answer told it; our own before the first. */
  platformNowMs(): number;
  /** Platform clock minus ours; null before the first answer with a date. */
  skewMs(): number | null;
}

export interface GatewayDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly pacer: Pacer;
  readonly timings: AliTimings;
}

export function createGateway(settings: AliSettings, deps: GatewayDeps): Gateway {
  const { http, clock, pacer, timings } = deps;
  let skewMs: number | null = null;
  const platformNowMs = () => clock.nowMs() + (skewMs ?? 0);
  const send = async (name: string, parameters: Readonly<Record<string, string>>): Promise<GatewayResult> => {
    const waitMs = await pacer.take(API_BUCKET, timings.patienceMs);
    if (waitMs > 0) return { ok: false, fault: { kind: 'paced', afterMs: waitMs } };
    const signed = { ...parameters, timestamp: String(platformNowMs()) };
    const sign = signatureOf(name.startsWith('/') ? name : '', signed, settings.appSecret);
    try {
      const response = await http.send({
        method: 'POST',
        url: settings.baseUrl + (name.startsWith('/') ? `/rest${name}` : '/sync'),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8', Accept: 'application/json' },
        body: new URLSearchParams({ ...signed, sign }).toString(),
        timeoutMs: timings.requestTimeoutMs,
        maxBytes: MAX_BYTES,
      });
      // Against the time of arrival; the header counts whole seconds.
      const serverMs = Date.parse(response.headers['date'] ?? '');
      if (!Number.isNaN(serverMs)) skewMs = serverMs - clock.nowMs();
      return readAnswer(response, name, platformNowMs());
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      return { ok: false, fault: { kind: 'transport', transport: error.kind } };
    }
  };
  return {
    platformNowMs,
    skewMs: () => skewMs,
    call: async (name, business, accessToken) => {
      const parameters = { ...business, ...commonOf(name, settings.appKey, accessToken) };
      const usedSkewMs = skewMs ?? 0;
      const answer = await send(name, parameters);
      const error = answer.ok || answer.fault.kind !== 'api' ? null : answer.fault.error;
      const pauseMs = error === null ? null : banMs(error, timings);
      if (pauseMs !== null) await pacer.pause(API_BUCKET, pauseMs);
      const isOff = Math.abs((skewMs ?? 0) - usedSkewMs) > WORTH_CORRECTING_MS;
      // Refused for its time before anything was done: with the platform's own time it may go again.
      return error?.code === 'IllegalTimestamp' && isOff ? await send(name, parameters) : answer;
    },
  };
}

/** All parameters travel in the body: an address line may end up in somebody's log, and the token must not. */
function commonOf(name: string, appKey: string, accessToken: string): Record<string, string> {
  const common = { app_key: appKey, sign_method: 'sha256' };
  if (name.startsWith('/')) return accessToken === '' ? common : { ...common, access_token: accessToken };
  return { ...common, method: name, session: accessToken, v: '2.0', format: 'json', simplify: 'true' };
}

function readAnswer(response: HttpResponse, name: string, atMs: number): GatewayResult {
  const json = readJson(new TextDecoder().decode(response.bytes));
  const isObject = json !== null && typeof json.node === 'object' && json.node !== null;
  const error = isObject ? errorIn(json.node, name) : null;
  if (error !== null) return { ok: false, fault: { kind: 'api', error } };
  if (response.status !== 200) {
    const waitMs = retryAfterMs(response.headers, atMs);
    return { ok: false, fault: { kind: 'http', status: response.status, retryAfterMs: waitMs } };
  }
  return isObject
    ? { ok: true, body: unwrapped(json.node, name), atMs }
    : { ok: false, fault: { kind: 'unexpected-answer' } };
}
