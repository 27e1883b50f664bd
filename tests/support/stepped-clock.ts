import type { Clock } from '../../src-main/app/ports/clock.ts';

export interface SteppedClock extends Clock {
  /**
   * Moves the time on to then, at once, as after a sleep; what is due by then runs in order. Nothing runs in between: the
   * other processes of the test are already there.
   */
  goTo(untilMs: number): void;
}

/** A clock that stands still until somebody, perhaps in another process, says what time it is. */
export function steppedClock(startMs: number): SteppedClock {
  let nowMs = startMs;
  let serial = 0;
  const timers = new Map<number, { readonly dueMs: number; readonly task: () => void }>();
  const next = () => [...timers].sort(([idA, a], [idB, b]) => a.dueMs - b.dueMs || idA - idB)[0];
  return {
    nowMs: () => nowMs,
    after: (delayMs, task) => {
      serial += 1;
      const id = serial;
      timers.set(id, { dueMs: nowMs + Math.max(0, delayMs), task });
      return () => void timers.delete(id);
    },
    goTo: (untilMs) => {
      nowMs = Math.max(nowMs, untilMs);
      for (let due = next(); due !== undefined && due[1].dueMs <= nowMs; due = next()) {
        const [id, timer] = due;
        timers.delete(id);
        timer.task();
      }
    },
  };
}
