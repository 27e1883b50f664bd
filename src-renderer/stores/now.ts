import { useEffect } from 'react';
import { create } from 'zustand';

/**
 * The window's clock. It follows main's (`syncClock` with the `nowMs` of an answer), so that a machine whose clock was
 * put forward for a test shows the same deadlines everywhere.
 */
interface ClockState {
  readonly offsetMs: number;
  /** Moves every 15 s: enough for words in minutes. */
  readonly minuteMs: number;
  /** Moves every second while someone looks at seconds. */
  readonly secondMs: number;
}

const useClock = create<ClockState>(() => ({ offsetMs: 0, minuteMs: Date.now(), secondMs: Date.now() }));

/** Now, outside components. UTC ms. */
export function nowMs(): number {
  return Date.now() + useClock.getState().offsetMs;
}

/** Whole seconds left until a time, never negative. */
export function secondsLeft(untilMs: number, atMs = nowMs()): number {
  return Math.max(0, Math.ceil((untilMs - atMs) / 1_000));
}

/** Takes over main's time. Differences under a second are left alone: they are the way of the message. */
export function syncClock(mainNowMs: number): void {
  const offsetMs = mainNowMs - Date.now();
  if (Math.abs(offsetMs - useClock.getState().offsetMs) < 1_000) return;
  useClock.setState({ offsetMs, minuteMs: Date.now() + offsetMs, secondMs: Date.now() + offsetMs });
}

/** Starts the slow tick; called once by the shell. Returns the stop. */
export function startClock(): () => void {
  const timer = setInterval(() => useClock.setState({ minuteMs: nowMs() }), 15_000);
  return () => clearInterval(timer);
}

/** Now, to the quarter of a minute. */
export function useMinuteMs(): number {
  return useClock((state) => state.minuteMs);
}

let watchers = 0;
let secondTimer: ReturnType<typeof setInterval> | undefined;

/** Now, to the second. One timer for everyone, and none while nobody looks. */
export function useSecondMs(): number {
  useEffect(() => {
    watchers += 1;
    useClock.setState({ secondMs: nowMs() });
    secondTimer ??= setInterval(() => useClock.setState({ secondMs: nowMs() }), 1_000);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      clearInterval(secondTimer);
      secondTimer = undefined;
    };
  }, []);
  return useClock((state) => state.secondMs);
}
