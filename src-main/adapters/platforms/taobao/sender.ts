import type { Clock } from '../../../app/ports/clock.ts';
import { type Http, HttpFault, type HttpResponse, retryAfterMs } from '../../../app/ports/http.ts';
import type { Pacer } from '../../../app/ports/pacing.ts';
import { type JsonNode, member, readJson } from '../shared/json.ts';
import type { ApiName } from './apis.ts';
import { readErrorBody } from './error-body.ts';
import { banMs, type CallFault, type Refused, UNEXPECTED } from './errors.ts';
import { gmt8Text } from './gmt8.ts';
import type { TaobaoSettings } from './settings.ts';
import { signatureOf, textToSign } from './sign.ts';
import type { TaobaoTimings } from './timings.ts';

const MAX_JSON_BYTES = 32 * 1024 * 1024;
/** The gateway refuses a timestamp that is off by more than ten minutes. */
const TIMESTAMP_REFUSED = new Set([30, 31]);
/** The one bucket: the live quotas are shown in the console only, so all calls share a modest rate. */
export const TOP_BUCKET = 'top';

export type Parameters = Readonly<Record<string, string>>;
/** `body` is the inside of the answer's one root key. */
export type CallResult = { readonly ok: true; readonly body: JsonNode } | Refused;

/** The only code of the connector that talks HTTP. */
export interface Sender {
  /** One signed call; `session` is the seller's token, null where the API wants none. Never throws. */
  send(api: ApiName, parameters: Parameters, session: string | null): Promise<CallResult>;
  /** Platform clock minus ours by the newest answer (whole seconds); null before the first one. */
  clockSkewMs(): number | null;
}

export interface SenderDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly pacer: Pacer;
  readonly timings: TaobaoTimings;
}

export function createSender(settings: TaobaoSettings, deps: SenderDeps): Sender {
  const { clock, pacer, timings } = deps;
  let skewMs: number | null = null;
  const once = async (api: ApiName, parameters: Parameters, session: string | null): Promise<CallResult> => {
    const waitMs = await pacer.take(TOP_BUCKET, timings.paceMs);
    if (waitMs > 0) return { ok: false, fault: { kind: 'paced', afterMs: waitMs } };
    const form = signedForm(settings, clock.nowMs() + (skewMs ?? 0), { ...parameters, method: api }, session);
    const sent = await post(settings.baseUrl, form, deps);
    if (!sent.ok) return sent;
    skewMs = skewOf(sent.response, clock.nowMs()) ?? skewMs;
    return readAnswer(api, sent.response, clock.nowMs());
  };
  return {
    clockSkewMs: () => skewMs,
    send: async (api, parameters, session) => {
      const answer = await once(api, parameters, session);
      if (answer.ok || answer.fault.kind !== 'api') return answer;
      const { error } = answer.fault;
      const forMs = banMs(error, timings);
      if (forMs !== null) await pacer.pause(TOP_BUCKET, forMs);
      // Refused at the gate, so nothing happened; the answer's own date has told us the right time.
      return TIMESTAMP_REFUSED.has(error.code) && skewMs !== null ? await once(api, parameters, session) : answer;
    },
  };
}

function signedForm(settings: TaobaoSettings, atMs: number, own: Parameters, session: string | null): string {
  const form: Record<string, string> = {
    ...own,
    app_key: settings.appKey,
    timestamp: gmt8Text(atMs),
    v: '2.0',
    format: 'json',
    sign_method: settings.signMethod,
    ...(session === null ? {} : { session }),
  };
  const sign = signatureOf(settings.signMethod, settings.appSecret, textToSign(form));
  const filled = Object.entries(form).filter(([, value]) => value !== '');
  return new URLSearchParams([...filled, ['sign', sign]]).toString();
}

async function post(
  baseUrl: string,
  body: string,
  { http, timings }: SenderDeps,
): Promise<{ readonly ok: true; readonly response: HttpResponse } | Refused> {
  try {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8' };
    const url = `${baseUrl}/router/rest`;
    const timeoutMs = timings.requestTimeoutMs;
    const response = await http.send({ method: 'POST', url, headers, body, timeoutMs, maxBytes: MAX_JSON_BYTES });
    return { ok: true, response };
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return { ok: false, fault: { kind: 'transport', transport: error.kind } };
  }
}

function readAnswer(api: ApiName, response: HttpResponse, nowMs: number): CallResult {
  const json = readJson(new TextDecoder().decode(response.bytes));
  const error = json === null ? null : readErrorBody(json.node);
  if (error !== null) return { ok: false, fault: { kind: 'api', api, error } };
  if (response.status !== 200) {
    const fault: CallFault = {
      kind: 'http',
      status: response.status,
      retryAfterMs: retryAfterMs(response.headers, nowMs),
    };
    return { ok: false, fault };
  }
  const root = `${api.replace(/^taobao\./, '').replaceAll('.', '_')}_response`;
  const body = json === null ? undefined : member(json.node, root);
  return body === undefined ? UNEXPECTED : { ok: true, body };
}

function skewOf(response: HttpResponse, nowMs: number): number | null {
  const serverMs = Date.parse(response.headers['date'] ?? '');
  return Number.isNaN(serverMs) ? null : serverMs - nowMs;
}
