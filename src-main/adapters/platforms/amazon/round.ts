import type { PullCursor, Round, Search } from './pull-cursor.ts';
import { OPEN_STATUSES } from './units-status.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far back open orders are looked for: Amazon cancels what nobody ships within weeks. */
const OPEN_DAYS = 180;
/** How far back the first sync takes finished orders, for search and after-sales. */
const HISTORY_DAYS = 30;
/** Rounds overlap: orders have been seen to be listed late. */
const OVERLAP_MS = 10 * MINUTE;
/** A page token lives 24 hours; one that is nearly dead is not worth a try. */
const TOKEN_LIVES_MS = 23 * 60 * MINUTE;
/** Amazon's own bound: changes of the last two minutes are not listed (Orders API v2026-01-01, lastUpdatedBefore). */
const LISTING_LAG_MS = 2 * MINUTE;

/** The first round: every order that is open. */
export function firstSearch(serverNowMs: number, marketplaceIds: readonly string[]): Search {
  const afterMs = serverNowMs - OPEN_DAYS * DAY;
  return { afterMs, statuses: OPEN_STATUSES, marketplaceIds, hasFulfillment: true };
}

/** Everything that changed lately, finished orders too. */
export function historySearch(serverNowMs: number, marketplaceIds: readonly string[]): Search {
  return { afterMs: serverNowMs - HISTORY_DAYS * DAY, statuses: null, marketplaceIds, hasFulfillment: true };
}

export function changesSearch(watermarkMs: number, marketplaceIds: readonly string[]): Search {
  return { afterMs: watermarkMs - OVERLAP_MS, statuses: null, marketplaceIds, hasFulfillment: true };
}

/**
 * The same without the dataset that Amazon refuses. Orders then do not tell their status, so only those are asked for
 * whose status the search itself can name.
 */
export const withoutFulfillment = (search: Search): Search => ({
  ...search,
  statuses: ['UNSHIPPED'],
  hasFulfillment: false,
});

export const newRound = (search: Search, restarts = 0, isCatchUp = false): Round => ({
  search,
  isCatchUp,
  token: null,
  tokenAtMs: 0,
  boundMs: null,
  seen: [],
  restarts,
  newestMs: 0,
});

/** True while the next page of a round can still be asked for. */
export const isTokenAlive = (round: Round, nowMs: number): boolean =>
  round.token === null || Math.abs(nowMs - round.tokenAtMs) < TOKEN_LIVES_MS;

/** The same search from its first page, of the marketplaces of today. */
export const restarted = (round: Round, marketplaceIds: readonly string[], restarts = round.restarts): Round => {
  const ids = round.isCatchUp ? round.search.marketplaceIds : marketplaceIds;
  return newRound({ ...round.search, marketplaceIds: ids }, restarts, round.isCatchUp);
};

/** The cursor after the last page of a round of changes. Without FULFILLMENT nothing was promised, so the mark stays. */
export function closeChanges(cursor: PullCursor, round: Round, nowMs: number): PullCursor {
  const { hasFulfillment, statuses, marketplaceIds } = round.search;
  const isWhole = hasFulfillment && statuses !== null;
  const known = isWhole ? [...new Set([...cursor.known, ...marketplaceIds])] : cursor.known;
  if (round.isCatchUp) return { ...cursor, round: null, changesAtMs: null, known };
  const bound = round.boundMs ?? (round.tokenAtMs || nowMs) + cursor.skewMs - LISTING_LAG_MS;
  const watermarkMs = Math.max(cursor.watermarkMs ?? bound, bound);
  return {
    ...cursor,
    round: null,
    known,
    changesAtMs: nowMs,
    watermarkMs: hasFulfillment ? watermarkMs : cursor.watermarkMs,
  };
}

/** How far the history is, 0 to 1. */
export function progressOf({ backfill }: PullCursor): number | null {
  if (backfill === 'done') return null;
  if (backfill === 'to-do' || backfill.boundMs === null) return 0;
  const whole = backfill.boundMs - backfill.search.afterMs;
  const part = backfill.newestMs - backfill.search.afterMs;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
}
