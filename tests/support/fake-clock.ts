import type { Clock } from '../../src-main/app/ports/clock.ts';

export interface FakeClock extends Clock {
  /** Moves the time on and runs what became due, in order. */
  advance(byMs: number): void;
}

/** A clock that stands still until it is told to move. */
export function fakeClock(startMs = 1_780_000_000_000): FakeClock {
  let nowMs = startMs;
  const timers = new Map<object, { readonly atMs: number; readonly task: () => void }>();
  return {
    nowMs: () => nowMs,
    after: (delayMs, task) => {
      const id = {};
      timers.set(id, { atMs: nowMs + delayMs, task });
      return () => timers.delete(id);
    },
    advance: (byMs) => {
      nowMs += byMs;
      const due = [...timers]
        .filter(([, timer]) => timer.atMs <= nowMs)
        .sort(([, left], [, right]) => left.atMs - right.atMs);
      for (const [id, timer] of due) {
        timers.delete(id);
        timer.task();
      }
    },
  };
}
