import { release, type } from 'node:os';
import { HttpFault, type HttpRequest, type HttpResponse, retryAfterMs } from '../../../app/ports/http.ts';
import { readJson, writeJson } from '../shared/json.ts';
import type { TokenKeeper } from '../shared/token-keeper.ts';
import { accessTokens, LoginFault } from './access-token.ts';
import type { CallOptions, CallResult, ProxyDeps } from './call.ts';
import { readErrorBody } from './error-body.ts';
import { type CallFault, isTokenFault } from './errors.ts';
import { type OperationName, OPERATIONS, pathOf } from './operations.ts';
import { restrictedTokens } from './restricted-token.ts';
import type { AmazonSettings } from './settings.ts';

const MAX_JSON_BYTES = 32 * 1024 * 1024;

/** Mandatory, at most 500 characters ("Include a User-Agent header in all requests"). */
const USER_AGENT = `Chudan/1.0 (Language=TypeScript; Platform=${`${type()}/${release()}`.replace(/[^\w./-]/g, '_')})`;

export type TransferResult =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly fault: CallFault };

/** The only code of the connector that talks HTTP. No call throws. */
export interface AmazonProxy {
  /** Amazon's time, as far as its answers have told how our clock is off. */
  nowMs(): number;
  call(name: OperationName, options?: CallOptions): Promise<CallResult>;
  /** Bytes behind a presigned address, which is the secret itself: no key goes along. */
  download(url: string, maxBytes: number): Promise<TransferResult>;
  upload(url: string, contentType: string, text: string): Promise<TransferResult>;
}

export function createProxy(settings: AmazonSettings, deps: ProxyDeps): AmazonProxy {
  const tokens = accessTokens(settings, deps);
  const transfer = async (request: Omit<HttpRequest, 'timeoutMs'>): Promise<TransferResult> => {
    const sent = await send(deps, request);
    if (!sent.ok || (sent.response.status >= 200 && sent.response.status < 300)) return sent;
    return { ok: false, fault: { kind: 'api', error: readErrorBody(sent.response), afterMs: null } };
  };
  const plainCall = async (name: OperationName, options: CallOptions) =>
    await callWith(tokens, settings, deps, name, options);
  const restricted = restrictedTokens(settings, deps, plainCall);
  let skewMs = 0;
  return {
    nowMs: () => deps.clock.nowMs() + skewMs,
    call: async (name, options = {}) => {
      const keeper = options.isRestricted === true ? restricted : tokens;
      const result = await callWith(keeper, settings, deps, name, options);
      if (result.ok) skewMs = result.clockSkewMs ?? skewMs;
      return result;
    },
    download: async (url, maxBytes) => await transfer({ method: 'GET', url, headers: {}, maxBytes }),
    upload: async (url, contentType, text) =>
      await transfer({ method: 'PUT', url, headers: { 'Content-Type': contentType }, body: text }),
  };
}

/** A 403 about the token is answered with another token, once: a refused call had no effect. */
async function callWith(
  tokens: TokenKeeper,
  settings: AmazonSettings,
  deps: ProxyDeps,
  name: OperationName,
  options: CallOptions,
): Promise<CallResult> {
  for (let isSecondTry = false; ; isSecondTry = true) {
    try {
      const token = await tokens.get();
      const result = await callOnce(token.text, settings, deps, name, options);
      const isToken = !result.ok && result.fault.kind === 'api' && isTokenFault(result.fault.error);
      if (isToken) await tokens.drop(token);
      if (!isToken || isSecondTry) return result;
    } catch (error) {
      if (error instanceof LoginFault) return { ok: false, fault: error.fault };
      throw error;
    }
  }
}

async function callOnce(
  token: string,
  settings: AmazonSettings,
  deps: ProxyDeps,
  name: OperationName,
  options: CallOptions,
): Promise<CallResult> {
  const { pacer, timings } = deps;
  const patienceMs = options.isBackground === true ? timings.backgroundPatienceMs : timings.foregroundPatienceMs;
  const waitMs = await pacer.take(name, patienceMs);
  if (waitMs > 0) return { ok: false, fault: { kind: 'paced', afterMs: waitMs } };
  const query = new URLSearchParams(options.query).toString();
  const url = settings.baseUrl + pathOf(name, options.params ?? {}) + (query === '' ? '' : `?${query}`);
  const headers: Record<string, string> = {
    'x-amz-access-token': token,
    'User-Agent': USER_AGENT,
    Accept: 'application/json',
    ...options.headers,
  };
  const { method } = OPERATIONS[name];
  // A GET must carry neither body nor length: the gateway answers it with a page of HTML.
  const body = method === 'GET' || options.body === undefined ? {} : { body: writeJson(options.body) };
  if ('body' in body) headers['Content-Type'] = 'application/json';
  const sent = await send(deps, { method, url, headers, maxBytes: MAX_JSON_BYTES, ...body });
  return sent.ok ? await readAnswer(sent.response, deps, name) : sent;
}

async function send({ http, timings }: ProxyDeps, request: Omit<HttpRequest, 'timeoutMs'>): Promise<TransferResult> {
  try {
    return { ok: true, response: await http.send({ ...request, timeoutMs: timings.requestTimeoutMs }) };
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return { ok: false, fault: { kind: 'transport', transport: error.kind } };
  }
}

async function readAnswer(
  response: HttpResponse,
  { pacer, clock }: ProxyDeps,
  name: OperationName,
): Promise<CallResult> {
  const nowMs = clock.nowMs();
  const announced = Number(response.headers['x-amzn-ratelimit-limit'] ?? '');
  if (announced > 0) await pacer.adopt(name, announced);
  if (response.status < 200 || response.status > 299) {
    let afterMs = retryAfterMs(response.headers, nowMs);
    if (response.status === 429) {
      afterMs = Math.max(afterMs ?? 0, Math.ceil(1_000 / OPERATIONS[name].perSecond));
      await pacer.pause(name, afterMs);
    }
    return { ok: false, fault: { kind: 'api', error: readErrorBody(response), afterMs } };
  }
  const serverMs = Date.parse(response.headers['date'] ?? '');
  const clockSkewMs = Number.isNaN(serverMs) ? null : serverMs - nowMs;
  if (response.bytes.length === 0) return { ok: true, body: null, clockSkewMs };
  const json = readJson(new TextDecoder().decode(response.bytes));
  return json === null
    ? { ok: false, fault: { kind: 'unexpected-answer' } }
    : { ok: true, body: json.node, clockSkewMs };
}
