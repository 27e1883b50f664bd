import type { Clock } from '../../../app/ports/clock.ts';
import { type Http, HttpFault, type HttpResponse, retryAfterMs } from '../../../app/ports/http.ts';
import type { Pacer } from '../../../app/ports/pacing.ts';
import { type JsonNode, writeJson } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import { isBlockPage, readAnswer } from './read-answer.ts';
import type { CoupangSettings } from './settings.ts';
import { authorizationOf } from './signature.ts';
import type { CoupangTimings } from './timings.ts';

/** The one bucket: requests are counted for the vendor, whatever they ask. */
export const VENDOR_BUCKET = 'vendor';
const MAX_JSON_BYTES = 32 * 1024 * 1024;
/** No answer may close the line for longer. */
const MAX_PAUSE_MS = 60 * 60_000;
/** A clock that is off by less is neither corrected nor worth a second signature. */
const SKEW_MATTERS_MS = 60_000;

export interface CoupangRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Made by queryOf; without the question mark. */
  readonly query?: string;
  readonly body?: JsonNode;
}

export interface Answer {
  readonly ok: true;
  readonly body: JsonNode;
  /** Platform clock minus ours, from the Date header (whole seconds); null without one. */
  readonly clockSkewMs: number | null;
}
export type CallResult = Answer | { readonly ok: false; readonly fault: CallFault };

/** The only code of the connector that talks HTTP. */
export interface CoupangProxy {
  /** Signs and sends. A background read stands in line for a short time only. Never throws. */
  call(request: CoupangRequest, purpose: 'background' | 'push'): Promise<CallResult>;
  /** The platform's time as far as its answers have told. */
  nowMs(): number;
  /** What the newest answer said of our clock; null before the first. */
  lastSkewMs(): number | null;
}

export interface ProxyDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly pacer: Pacer;
  readonly timings: CoupangTimings;
}

export function createProxy(settings: CoupangSettings, deps: ProxyDeps): CoupangProxy {
  const gateway = new Gateway(settings, deps);
  return {
    call: async (request, purpose) => await gateway.call(request, purpose),
    nowMs: () => deps.clock.nowMs() + gateway.correctionMs,
    lastSkewMs: () => gateway.skewMs,
  };
}

class Gateway {
  readonly #settings: CoupangSettings;
  readonly #deps: ProxyDeps;
  skewMs: number | null = null;
  #throttledInARow = 0;

  constructor(settings: CoupangSettings, deps: ProxyDeps) {
    this.#settings = settings;
    this.#deps = deps;
  }

  /** What is added to our clock when signing: a machine whose clock is wrong is told so, but still works. */
  get correctionMs(): number {
    return this.skewMs !== null && Math.abs(this.skewMs) >= SKEW_MATTERS_MS ? this.skewMs : 0;
  }

  async call(request: CoupangRequest, purpose: 'background' | 'push'): Promise<CallResult> {
    const before = this.correctionMs;
    const first = await this.#attempt(request, purpose);
    const isUnsigned = !first.ok && first.fault.kind === 'api' && first.fault.status === 401;
    if (!isUnsigned || Math.abs(this.correctionMs - before) < SKEW_MATTERS_MS) return first;
    // The signature was refused, and the answer's date says that it was our clock: once more with the right time.
    return await this.#attempt(request, purpose);
  }

  async #attempt(request: CoupangRequest, purpose: 'background' | 'push'): Promise<CallResult> {
    const { pacer, timings, clock } = this.#deps;
    const patienceMs = purpose === 'push' ? timings.pushPatienceMs : timings.readPatienceMs;
    const waitMs = await pacer.take(VENDOR_BUCKET, patienceMs);
    if (waitMs > 0) return { ok: false, fault: { kind: 'paced', afterMs: waitMs } };
    try {
      const response = await this.#send(request);
      const serverMs = Date.parse(response.headers['date'] ?? '');
      const clockSkewMs = Number.isNaN(serverMs) ? null : serverMs - clock.nowMs();
      this.skewMs = clockSkewMs ?? this.skewMs;
      return await this.#read(response, clockSkewMs);
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      // No answer of this platform redirects but the one that leads to its block page.
      if (/redirect/i.test(error.message)) return await this.#close('blocked', timings.blockedPauseMs);
      return { ok: false, fault: { kind: 'transport', transport: error.kind } };
    }
  }

  async #send({ method, path, query, body }: CoupangRequest): Promise<HttpResponse> {
    const { http, clock, timings } = this.#deps;
    const { baseUrl, vendorId } = this.#settings;
    const url = baseUrl + path + (query === undefined ? '' : `?${query}`);
    const atMs = clock.nowMs() + this.correctionMs;
    return await http.send({
      method,
      url,
      headers: {
        Authorization: authorizationOf(this.#settings, { method, target: url.slice(new URL(url).origin.length), atMs }),
        'Content-Type': 'application/json;charset=UTF-8',
        'X-EXTENDED-TIMEOUT': String(timings.gatewayTimeoutMs),
        'X-Requested-By': vendorId,
      },
      ...(body === undefined ? {} : { body: writeJson(body) }),
      timeoutMs: timings.requestTimeoutMs,
      maxBytes: MAX_JSON_BYTES,
    });
  }

  async #read(response: HttpResponse, clockSkewMs: number | null): Promise<CallResult> {
    const { timings, clock } = this.#deps;
    if (response.status === 429) {
      const steps = timings.throttledPausesMs;
      const ownMs = steps[Math.min(this.#throttledInARow, steps.length - 1)] ?? MAX_PAUSE_MS;
      this.#throttledInARow += 1;
      return await this.#close('throttled', Math.max(retryAfterMs(response.headers, clock.nowMs()) ?? 0, ownMs));
    }
    if (isBlockPage(response)) return await this.#close('blocked', timings.blockedPauseMs);
    this.#throttledInARow = 0;
    const read = readAnswer(response);
    return read.ok ? { ok: true, body: read.body, clockSkewMs } : read;
  }

  async #close(kind: 'throttled' | 'blocked', pauseMs: number): Promise<CallResult> {
    const afterMs = Math.min(pauseMs, MAX_PAUSE_MS);
    await this.#deps.pacer.pause(VENDOR_BUCKET, afterMs);
    return { ok: false, fault: { kind, afterMs } };
  }
}
