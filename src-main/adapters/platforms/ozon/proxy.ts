import type { Clock } from '../../../app/ports/clock.ts';
import { type Http, HttpFault, type HttpRequest, type HttpResponse, retryAfterMs } from '../../../app/ports/http.ts';
import type { Pacer } from '../../../app/ports/pacing.ts';
import { readErrorBody } from './error-body.ts';
import { type CallFault, isCircuitOpen } from './errors.ts';
import { type JsonNode, readJson, writeJson } from '../shared/json.ts';
import { EVERY_CALL, STOCK_CALLS } from './manifest.ts';
import { OZON_METHODS, type OzonMethodName } from './paths.ts';
import type { OzonSettings } from './settings.ts';
import type { OzonTimings } from './timings.ts';

const MAX_JSON_BYTES = 32 * 1024 * 1024;
/** No answer may put a shop to sleep for longer. */
const MAX_RETRY_AFTER_MS = 60 * 60_000;

export interface Answer {
  readonly ok: true;
  readonly body: JsonNode;
  /** When the request left, by our clock. */
  readonly sentAtMs: number;
  /** Platform clock minus ours, from the Date header (whole seconds); null without one. */
  readonly clockSkewMs: number | null;
}
export type CallResult = Answer | { readonly ok: false; readonly fault: CallFault };
export type DownloadResult =
  | { readonly ok: true; readonly response: HttpResponse; readonly sentAtMs: number }
  | { readonly ok: false; readonly fault: CallFault };

/** The only code of the connector that talks HTTP. Neither call throws. */
export interface OzonProxy {
  call(method: OzonMethodName, body: JsonNode): Promise<CallResult>;
  /** GET of a file; the key goes along only to the shop's own origin. */
  download(url: URL, maxBytes: number): Promise<DownloadResult>;
}

export interface ProxyDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly timings: OzonTimings;
  readonly pacer: Pacer;
}

export function createProxy(settings: OzonSettings, { http, clock, timings, pacer }: ProxyDeps): OzonProxy {
  const keys = { 'Client-Id': settings.clientId, 'Api-Key': settings.apiKey };
  const send = async (request: Omit<HttpRequest, 'timeoutMs'>, buckets: readonly string[]): Promise<DownloadResult> => {
    for (const bucket of buckets) {
      const afterMs = await pacer.take(bucket, timings.paceMs);
      if (afterMs > 0) return { ok: false, fault: { kind: 'paced', afterMs } };
    }
    try {
      const sentAtMs = clock.nowMs();
      return { ok: true, sentAtMs, response: await http.send({ ...request, timeoutMs: timings.requestTimeoutMs }) };
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      return { ok: false, fault: { kind: 'transport', transport: error.kind } };
    }
  };
  const holdBack = (response: HttpResponse) =>
    pacer.pause(
      EVERY_CALL,
      Math.min(retryAfterMs(response.headers, clock.nowMs()) ?? timings.rateLimitMs, MAX_RETRY_AFTER_MS),
    );
  return {
    call: async (method, body) => {
      const headers = { ...keys, 'Content-Type': 'application/json', Accept: 'application/json' };
      const url = settings.baseUrl + OZON_METHODS[method].path;
      const request = { method: 'POST', url, headers, body: writeJson(body), maxBytes: MAX_JSON_BYTES } as const;
      const sent = await send(request, method === 'setStocks' ? [STOCK_CALLS, EVERY_CALL] : [EVERY_CALL]);
      if (!sent.ok) return sent;
      if (sent.response.status === 429) await holdBack(sent.response);
      return readAnswer(sent.response, sent.sentAtMs, clock.nowMs());
    },
    download: async (url, maxBytes) => {
      const isOwn = url.origin === new URL(settings.baseUrl).origin;
      const sent = await send({ method: 'GET', url: url.href, headers: isOwn ? keys : {}, maxBytes }, [EVERY_CALL]);
      if (!sent.ok || sent.response.status === 200) return sent;
      return { ok: false, fault: apiFault(sent.response, clock.nowMs()) };
    },
  };
}

function readAnswer(response: HttpResponse, sentAtMs: number, receivedAtMs: number): CallResult {
  if (response.status !== 200) return { ok: false, fault: apiFault(response, receivedAtMs) };
  const json = readJson(new TextDecoder().decode(response.bytes));
  if (json === null || typeof json.node !== 'object' || json.node === null)
    return { ok: false, fault: { kind: 'unexpected-answer' } };
  // The breaker is known to answer under other statuses as well; an error text under 200 is still no answer.
  if (response.bytes.length < 2_000 && isCircuitOpen(readErrorBody(response))) {
    return { ok: false, fault: apiFault(response, receivedAtMs) };
  }
  const serverMs = Date.parse(response.headers['date'] ?? '');
  // Against the time of arrival, not the middle: a request may have waited in our own line before it left.
  const clockSkewMs = Number.isNaN(serverMs) ? null : serverMs - receivedAtMs;
  return { ok: true, body: json.node, sentAtMs, clockSkewMs };
}

function apiFault(response: HttpResponse, nowMs: number): CallFault {
  const askedMs = retryAfterMs(response.headers, nowMs);
  return {
    kind: 'api',
    error: readErrorBody(response),
    retryAfterMs: askedMs === null ? null : Math.min(askedMs, MAX_RETRY_AFTER_MS),
  };
}
