import type { Clock } from '../../../../src-main/app/ports/clock.ts';

export interface TestClock extends Clock {
  /** Moves the time on, running what falls due, in order; lets promises settle in between. */
  advance(byMs: number): Promise<void>;
  set(atMs: number): void;
}

/** A clock that stands still until it is moved. */
export function createTestClock(startMs = Date.parse('2026-11-05T08:00:00Z')): TestClock {
  let nowMs = startMs;
  const tasks = new Set<{ readonly atMs: number; readonly task: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    nowMs: () => nowMs,
    set: (atMs) => {
      nowMs = atMs;
    },
    after: (delayMs, task) => {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    advance: async (byMs) => {
      const untilMs = nowMs + byMs;
      await settle();
      for (;;) {
        const next = [...tasks]
          .filter((entry) => entry.atMs <= untilMs)
          .sort((left, right) => left.atMs - right.atMs)[0];
        if (next === undefined) break;
        tasks.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.task();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
