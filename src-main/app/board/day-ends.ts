const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;

/**
 * When the seller's own day ends, as a time. `minuteOfDay` is the minute that her clock shows (Notifier.minuteOfDay).
 * A day is taken for 24 hours: where the clock is put forward or back tonight, the end is an hour off until then.
 */
export function dayEndsMs(nowMs: number, minuteOfDay: number): number {
  const startedMs = nowMs - (nowMs % MINUTE_MS) - minuteOfDay * MINUTE_MS;
  return startedMs + MINUTES_A_DAY * MINUTE_MS;
}
