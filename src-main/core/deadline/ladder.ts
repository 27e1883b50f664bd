const HOUR_MS = 3_600_000;

/** Steps of the alarm, the mildest first. Pressing ones are told at night too. */
export const RUNGS = [
  { id: 'day', leadMs: 24 * HOUR_MS, isPressing: false },
  { id: 'four-hours', leadMs: 4 * HOUR_MS, isPressing: false },
  { id: 'hour', leadMs: HOUR_MS, isPressing: true },
  { id: 'over', leadMs: 0, isPressing: true },
] as const;
export type Rung = (typeof RUNGS)[number]['id'];

/** The longest time before its end at which a clock is told of. */
export const LONGEST_LEAD_MS = RUNGS[0].leadMs;

/** A clock that wants the seller. */
export interface Alarm {
  readonly dueAtMs: number;
  /** When it began to run. */
  readonly sinceMs: number;
}

/** What was said of a clock, so that it is said once. */
export interface Told {
  readonly rung: Rung;
  readonly dueAtMs: number;
}

/** A time that moves by less is the same clock: some platforms tell what is left, not when it ends. */
const MOVED_MS = HOUR_MS;

/**
 * The step that is to be told of a clock now, or null: it has reached none, was told of it, or it can wait for the end of
 * the quiet hours. A clock that never had a day to run is not told that a day is left: its order has just been news.
 */
export function nextRung(alarm: Alarm, told: Told | null, nowMs: number, isQuiet: boolean): Rung | null {
  const rung = RUNGS.findLast(({ leadMs }) => nowMs >= alarm.dueAtMs - leadMs);
  if (rung === undefined || (isQuiet && !rung.isPressing)) return null;
  if (rung.id === 'day' && alarm.dueAtMs - alarm.sinceMs < rung.leadMs) return null;
  const isSameClock = told !== null && alarm.dueAtMs - told.dueAtMs <= MOVED_MS;
  return isSameClock && depthOf(told.rung) >= depthOf(rung.id) ? null : rung.id;
}

function depthOf(rung: Rung): number {
  return RUNGS.findIndex(({ id }) => id === rung);
}
