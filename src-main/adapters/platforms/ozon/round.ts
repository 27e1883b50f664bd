import type { PullCursor, Round } from './pull-cursor.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far back open orders are looked for: far beyond any deadline of theirs (rFBS promises at most 30 days). */
export const OPEN_DAYS = 90;
/**
 * How far back, by the day they were placed, the first sync takes finished orders for search and after-sales: the
 * lists do not say when an order ended, and a parcel takes weeks, so this means those that ended lately.
 */
export const FINAL_DAYS = 30;
const OVERLAP_MS = 15 * MINUTE;
const FULL_EVERY_MS = DAY;
/** `since`..`to` may span a year at most (PERIOD_IS_TOO_LONG); an order older than this can still change. */
const WIDEST_MS = 360 * DAY;
/** `to` looks ahead, so that a clock that runs behind cannot hide the newest orders. */
const AHEAD_MS = DAY;
/** Ozon does not say how long a page cursor lives; a round without progress for this long is begun again. */
const ROUND_LIVES_MS = 15 * MINUTE;
const FULL_FOLLOWS_CHANGES_MS = 10 * MINUTE;

/** The round to go on with, or a new one when none is open or it was left lying (the machine slept). */
export function openRound(cursor: PullCursor, nowMs: number): Round {
  const { round } = cursor;
  if (round !== null && Math.abs(nowMs - round.touchedLocalMs) < ROUND_LIVES_MS) return round;
  return newRound(cursor, nowMs, cursor.clockSkewMs);
}

/** A round that starts now. `clockSkewMs` turns our clock into Ozon's. */
export function newRound(cursor: PullCursor, nowMs: number, clockSkewMs: number): Round {
  const startedAtMs = nowMs + clockSkewMs;
  const kind = nextKind(cursor, startedAtMs);
  const isWide = kind === 'changes';
  return {
    kind,
    startedAtMs,
    touchedLocalMs: nowMs,
    filter: {
      sinceMs: startedAtMs - (isWide ? WIDEST_MS : OPEN_DAYS * DAY),
      toMs: startedAtMs + AHEAD_MS,
      changedFromMs: isWide && cursor.watermarkMs !== null ? cursor.watermarkMs - OVERLAP_MS : null,
    },
    page: '',
    seen: [],
  };
}

/**
 * Changes first, because only they move the watermark; then, once a day, everything again: some fields (a deadline,
 * for one) change without moving the time that the changes filter asks for.
 */
function nextKind(cursor: PullCursor, atMs: number): Round['kind'] {
  if (cursor.watermarkMs === null) return 'first';
  return isFullDue(cursor, atMs) ? 'full' : 'changes';
}

/** True when the daily full round should come now: it is time, and the changes are fresh. */
export function isFullDue({ watermarkMs, fullAtMs }: PullCursor, atMs: number): boolean {
  if (watermarkMs === null || Math.abs(atMs - watermarkMs) > FULL_FOLLOWS_CHANGES_MS) return false;
  return fullAtMs === null || Math.abs(atMs - fullAtMs) >= FULL_EVERY_MS;
}

/** The cursor after a complete round: only changes and the first sync promise that nothing older is missing. */
export function closeRound(cursor: PullCursor, round: Round): PullCursor {
  const isWhole = round.kind !== 'changes';
  return {
    ...cursor,
    round: null,
    watermarkMs: round.kind === 'full' ? cursor.watermarkMs : round.startedAtMs,
    fullAtMs: isWhole ? round.startedAtMs : cursor.fullAtMs,
  };
}

/**
 * Finished orders placed before this are left out. Changes leave nothing out: an order that we hold as open must be
 * seen to end. The other rounds would only bring old history back onto the board.
 */
export function oldestFinalMs(round: Round): number {
  return round.kind === 'changes' ? Number.NEGATIVE_INFINITY : round.startedAtMs - FINAL_DAYS * DAY;
}
