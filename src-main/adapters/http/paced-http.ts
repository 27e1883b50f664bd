import type { Clock } from '../../app/ports/clock.ts';
import { type Http, HttpFault, type HttpRequest, retryAfterMs } from '../../app/ports/http.ts';

export interface PacedHttpOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly requestsPerSecond: number;
  /** Requests that may leave at once after a rest; one second's worth when left out. */
  readonly burst?: number;
  /** Longest pause that a Retry-After may ask for. */
  readonly maxPauseMs?: number;
}

const DEFAULT_MAX_PAUSE_MS = 15 * 60_000;

/**
 * A token bucket before an Http: requests over the rate wait in line instead of failing. An answer 429 or 503 with
 * Retry-After holds everything back until then; the answer itself still goes to its caller. A request that is
 * aborted while it waits fails as 'not-sent'.
 */
export function createPacedHttp(options: PacedHttpOptions): Http {
  const { http, clock } = options;
  const gate = createGate(options);
  return {
    send: async (request) => {
      await gate.enter(request);
      const response = await http.send(request);
      if (response.status === 429 || response.status === 503) {
        const pauseMs = retryAfterMs(response.headers, clock.nowMs());
        if (pauseMs !== null) gate.pause(pauseMs);
      }
      return response;
    },
  };
}

interface Gate {
  enter(request: HttpRequest): Promise<void>;
  pause(pauseMs: number): void;
}

function createGate({ clock, requestsPerSecond, burst, maxPauseMs = DEFAULT_MAX_PAUSE_MS }: PacedHttpOptions): Gate {
  if (!(requestsPerSecond > 0)) throw new RangeError('requestsPerSecond must be positive');
  const capacity = Math.max(1, burst ?? Math.floor(requestsPerSecond));
  const waiting: (() => void)[] = [];
  let tokens = capacity;
  let filledAtMs = clock.nowMs();
  let pausedUntilMs = 0;
  let cancelTimer: (() => void) | null = null;

  const refill = () => {
    const nowMs = clock.nowMs();
    const passedMs = nowMs - filledAtMs;
    // A clock set back must neither take tokens away nor make a pause longer than it was.
    if (passedMs < 0) pausedUntilMs += passedMs;
    else tokens = Math.min(capacity, tokens + (passedMs * requestsPerSecond) / 1000);
    filledAtMs = nowMs;
    return nowMs;
  };

  const drain = () => {
    cancelTimer?.();
    cancelTimer = null;
    const nowMs = refill();
    while (waiting.length > 0 && tokens >= 1 && nowMs >= pausedUntilMs) {
      tokens -= 1;
      waiting.shift()?.();
    }
    if (waiting.length === 0) return;
    const tokenInMs = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / requestsPerSecond);
    cancelTimer = clock.after(Math.max(1, tokenInMs, pausedUntilMs - nowMs), drain);
  };

  return {
    enter: (request) =>
      new Promise<void>((resolve, reject) => {
        const { signal } = request;
        const onAbort = () => {
          waiting.splice(waiting.indexOf(leave), 1);
          reject(new HttpFault('not-sent', 'aborted while waiting'));
          drain();
        };
        const leave = () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        if (signal?.aborted === true) return reject(new HttpFault('not-sent', 'aborted while waiting'));
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(leave);
        drain();
      }),
    pause: (pauseMs) => {
      pausedUntilMs = Math.max(pausedUntilMs, clock.nowMs() + Math.min(pauseMs, maxPauseMs));
    },
  };
}
