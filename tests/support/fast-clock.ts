import type { Clock } from '../../src-main/app/ports/clock.ts';

export interface FastClock extends Clock {
  /** Moves the time on at once; what became due runs at once too. */
  jump(byMs: number): void;
}

interface Timer {
  readonly dueMs: number;
  readonly task: () => void;
  handle: NodeJS.Timeout;
}

/**
 * A clock that runs `speed` times as fast as the wall's, for the app and the simulated platform alike: an undo window
 * of seven seconds is over in a third of one. Real sockets and workers keep their own time.
 */
export function fastClock(speed = 20, startMs = Date.parse('2026-11-22T06:00:00Z')): FastClock {
  const beganMs = performance.now();
  const timers = new Set<Timer>();
  let jumpedMs = 0;
  const nowMs = (): number => Math.floor(startMs + jumpedMs + (performance.now() - beganMs) * speed);
  const wait = (timer: Timer): NodeJS.Timeout =>
    setTimeout(
      () => {
        timers.delete(timer);
        timer.task();
      },
      Math.max(0, (timer.dueMs - nowMs()) / speed),
    );
  return {
    nowMs,
    after: (delayMs, task) => {
      const timer = { dueMs: nowMs() + delayMs, task } as Timer;
      timer.handle = wait(timer);
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer.handle);
      };
    },
    jump: (byMs) => {
      jumpedMs += byMs;
      for (const timer of timers) {
        clearTimeout(timer.handle);
        timer.handle = wait(timer);
      }
    },
  };
}
