import { setImmediate } from 'node:timers/promises';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import type { Clock } from '../../../src-main/app/ports/clock.ts';
import type { Http } from '../../../src-main/app/ports/http.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';

/** Simulated time, and everything of a bench that has to do with it. */
export interface BenchTime {
  readonly nowMs: () => number;
  /** While a request is on its way no time goes by: the simulator notes when it arrives. What is owed passes after it. */
  pass(ms: number): void;
  readonly http: Http;
  /** A clock that only `pass` moves. */
  held(skewMs?: number): Clock;
  /** A clock that lets the time go by as soon as somebody waits for it. */
  readonly running: Clock;
  /** The real token pacer on the running clock. */
  readonly makePacer: MakePacer;
}

export function benchTime(startMs: number): BenchTime {
  let nowMs = startMs;
  let onTheWay = 0;
  let owedMs = 0;
  const wire = createHttp({ fetch: globalThis.fetch });
  const http: Http = {
    send: async (request) => {
      onTheWay += 1;
      try {
        return await wire.send(request);
      } finally {
        onTheWay -= 1;
        if (onTheWay === 0) [nowMs, owedMs] = [nowMs + owedMs, 0];
      }
    },
  };
  const running: Clock = {
    nowMs: () => nowMs,
    after: (delayMs, task) => {
      const dueMs = nowMs + delayMs;
      const timer = setInterval(() => {
        if (onTheWay > 0) return;
        clearInterval(timer);
        nowMs = Math.max(nowMs, dueMs);
        task();
      }, 1);
      return () => clearInterval(timer);
    },
  };
  return {
    nowMs: () => nowMs,
    pass: (ms) => void (onTheWay === 0 ? (nowMs += ms) : (owedMs = Math.max(owedMs, ms))),
    http,
    held: (skewMs = 0) => ({ nowMs: () => nowMs + skewMs, after: () => () => undefined }),
    running,
    makePacer: unhurried(running, () => onTheWay),
  };
}

/** Who is sent away hears of it when nothing is on its way any more, and so cannot come back at once. */
function unhurried(clock: Clock, onTheWay: () => number): MakePacer {
  return (limits, notebook) => {
    const pacer = tokenPacer(clock)(limits, notebook);
    return {
      take: async (bucket, patienceMs) => {
        const waitMs = await pacer.take(bucket, patienceMs);
        while (waitMs > 0 && onTheWay() > 0) await setImmediate();
        return waitMs;
      },
      pause: async (bucket, forMs) => await pacer.pause(bucket, forMs),
      adopt: async (bucket, perSecond) => await pacer.adopt(bucket, perSecond),
    };
  };
}
