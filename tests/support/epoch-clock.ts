import type { Clock } from '../../src-main/app/ports/clock.ts';

/**
 * A clock that several processes share: it runs `speed` times as fast as the wall's from one agreed moment on, so that
 * an app that was killed finds the time where it ought to be, and the platform beside it agrees.
 */
export function epochClock(epochMs: number, speed: number): Clock {
  return {
    nowMs: () => Math.floor(epochMs + (Date.now() - epochMs) * speed),
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs / speed);
      return () => clearTimeout(timer);
    },
  };
}
