import type { PullCursor, Round } from './pull-cursor.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The lists reach back three months (taobao.trades.sold.get); a day less, so that the edge does not move under a round. */
const REACH_MS = 89 * DAY;
/** Spans of the increments: a day is allowed, half an hour advised. */
const WINDOW_MS = 30 * MINUTE;
const OVERLAP_MS = 10 * MINUTE;
/** What changed so long ago is where the list shows it. */
export const SETTLED_MS = 10_000;
/** A trade read so long ago is in no window any more, save after a long time away. */
export const SEEN_MS = 3 * OVERLAP_MS;
/** After so long away it is cheaper, and as complete, to read everything once. */
const CATCH_UP_MS = 2 * DAY;
const FULL_EVERY_MS = DAY;
/** A round without progress for so long (the machine slept) is begun again. */
const ROUND_LIVES_MS = 15 * MINUTE;
const FULL_FOLLOWS_CHANGES_MS = 10 * MINUTE;

/** The round to go on with, or a new one. `serverNowMs` is the platform's time, `localNowMs` ours. */
export function openRound(cursor: PullCursor, serverNowMs: number, localNowMs: number): Round {
  const { round } = cursor;
  if (round !== null && Math.abs(localNowMs - round.touchedLocalMs) < ROUND_LIVES_MS) return round;
  return newRound(cursor, serverNowMs, localNowMs);
}

/** A round that begins now, of the kind that is due. */
export function newRound(cursor: PullCursor, serverNowMs: number, localNowMs: number): Round {
  const kind = nextKind(cursor, serverNowMs);
  const fromMs = kind === 'changes' ? (cursor.watermarkMs ?? serverNowMs) - OVERLAP_MS : serverNowMs - REACH_MS;
  return {
    kind,
    startedAtMs: serverNowMs,
    touchedLocalMs: localNowMs,
    fromMs,
    // A second ahead: the platform counts in whole ones, and what has just come in must not wait for the next round.
    toMs: serverNowMs + 1_000,
    ...windowFrom(fromMs, serverNowMs + 1_000),
    page: null,
    pages: 0,
    mark: '',
  };
}

/**
 * Changes first, because only they move the watermark; then, once a day, everything again: a deadline may change without
 * moving `modified`. Everything at once too after a long time away, or when the watermark lies in the future (our time was wrong).
 */
function nextKind(cursor: PullCursor, atMs: number): Round['kind'] {
  if (cursor.watermarkMs === null) return 'first';
  const awayMs = atMs - cursor.watermarkMs;
  if (awayMs > CATCH_UP_MS || awayMs < -OVERLAP_MS) return 'full';
  return isFullDue(cursor, atMs) ? 'full' : 'changes';
}

/** True when the daily full round should come now: it is time, and the changes are fresh. */
export function isFullDue({ watermarkMs, fullAtMs }: PullCursor, atMs: number): boolean {
  if (watermarkMs === null || Math.abs(atMs - watermarkMs) > FULL_FOLLOWS_CHANGES_MS) return false;
  return fullAtMs === null || Math.abs(atMs - fullAtMs) >= FULL_EVERY_MS;
}

/** A window of the round; the platform answers with both of its ends included. */
const windowFrom = (windowMs: number, toMs: number) => ({
  windowMs,
  windowEndMs: Math.min(windowMs + WINDOW_MS, toMs),
});

/** The round at the beginning of its next window; null when the last one was read. */
export function nextWindow(round: Round): Round | null {
  if (round.windowEndMs >= round.toMs) return null;
  return { ...round, ...windowFrom(round.windowEndMs, round.toMs), page: null, pages: 0, mark: '' };
}

/**
 * The round with a window that ends a little before it began, so that no trade can come into it any more while its pages
 * are read; null when the window ends there already or lies behind it.
 */
export function withSettledWindow(round: Round): Round | null {
  const endMs = round.startedAtMs - SETTLED_MS;
  return round.windowEndMs <= endMs || round.windowMs >= endMs ? null : { ...round, windowEndMs: endMs };
}

/** The cursor after a complete round. Every kind of round has seen all that changed before it began. */
export function closeRound(cursor: PullCursor, round: Round): PullCursor {
  return {
    ...cursor,
    round: null,
    watermarkMs: round.startedAtMs,
    fullAtMs: round.kind === 'changes' ? cursor.fullAtMs : round.startedAtMs,
  };
}

/** How far a long round is, 0 to 1; null for a short one. */
export function progressOf(round: Round): number | null {
  const span = round.toMs - round.fromMs;
  if (round.kind === 'changes') return span <= 4 * WINDOW_MS ? null : clamp((round.windowMs - round.fromMs) / span);
  return round.pages === 0 || round.page === null ? 0 : clamp((round.page - 1) / round.pages);
}

const clamp = (share: number) => Math.max(0, Math.min(1, share));
