import { LIST_START, type ListQuery } from './list-window.ts';
import type { PullCursor, Round } from './pull-cursor.ts';
import { forgetOld } from './seen-orders.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Reach of the lists, by the day an order was placed: 180 days, finished orders 30 (order query API, field notes). */
export const OPEN_REACH_MS = 180 * DAY_MS;
const FINISHED_REACH_MS = 30 * DAY_MS;
/** More than the hour that the Pacific autumn repeats: its wall clock then cannot tell two instants apart. */
const OVERLAP_MS = 90 * MINUTE_MS;
const FULL_EVERY_MS = DAY_MS;
const FULL_FOLLOWS_CHANGES_MS = 10 * MINUTE_MS;
/** A round that was left lying for so long (the machine slept) is begun again. */
const ROUND_LIVES_MS = 15 * MINUTE_MS;

/**
 * Statuses that a round asks for, one list after the other. null: the platform's default, all but finished orders. A first
 * sync begins with what is to be sent: the rest may take minutes.
 */
const PASSES: Readonly<Record<Round['kind'], readonly (string | null)[]>> = {
  first: ['WAIT_SELLER_SEND_GOODS', null, 'FINISH', 'IN_ISSUE'],
  changes: [null, 'FINISH'],
  full: [null, 'IN_ISSUE'],
};

/** The round to go on with, or a new one. `nowMs` is the platform's time. */
export function openRound(cursor: PullCursor, nowMs: number, nowLocalMs: number): Round {
  const { round } = cursor;
  if (round !== null && Math.abs(nowLocalMs - round.touchedLocalMs) < ROUND_LIVES_MS) return round;
  return newRound(cursor, nowMs, nowLocalMs);
}

export function newRound(cursor: PullCursor, nowMs: number, nowLocalMs: number): Round {
  const kind = cursor.watermarkMs === null ? 'first' : isFullDue(cursor, nowMs) ? 'full' : 'changes';
  return { kind, startedAtMs: nowMs, touchedLocalMs: nowLocalMs, pass: 0, position: LIST_START };
}

/** True for a round that has read nothing yet. */
export const isFresh = ({ pass, position }: Round): boolean => pass === 0 && position.offset === 0;

/** True when the daily full round should come now: it is time, and the changes are fresh. */
export function isFullDue({ watermarkMs, fullAtMs }: PullCursor, nowMs: number): boolean {
  if (watermarkMs === null || Math.abs(nowMs - watermarkMs) > FULL_FOLLOWS_CHANGES_MS) return false;
  return fullAtMs === null || Math.abs(nowMs - fullAtMs) >= FULL_EVERY_MS;
}

/** What to ask the list for. The modification time only narrows within the creation window, which is always sent. */
export function queryOf(round: Round, watermarkMs: number | null): ListQuery {
  const status = PASSES[round.kind][round.pass] ?? null;
  const isOldNews = round.kind === 'first' && status === 'FINISH';
  return {
    status,
    createdFromMs: round.startedAtMs - (isOldNews ? FINISHED_REACH_MS : OPEN_REACH_MS),
    modifiedFromMs: round.kind === 'changes' && watermarkMs !== null ? watermarkMs - OVERLAP_MS : null,
  };
}

/** The round at its next list; null after the last one. */
export function nextPass(round: Round): Round | null {
  const pass = round.pass + 1;
  return pass < PASSES[round.kind].length ? { ...round, pass, position: LIST_START } : null;
}

/** The cursor after a complete round: only changes and the first sync promise that nothing older is missing. */
export function closeRound(cursor: PullCursor, round: Round): PullCursor {
  return {
    ...cursor,
    round: null,
    watermarkMs: round.kind === 'full' ? cursor.watermarkMs : round.startedAtMs,
    fullAtMs: round.kind === 'changes' ? cursor.fullAtMs : round.startedAtMs,
    seen: forgetOld(cursor.seen, round.startedAtMs - 2 * OVERLAP_MS),
  };
}

/** How far a first sync is, 0 to 1; null for the short rounds. `going` is where it goes on, null at its end. */
export function progressOf({ kind }: Round, going: Round | null, total: number): number | null {
  if (kind !== 'first') return null;
  if (going === null) return 1;
  const share = total === 0 ? 1 : Math.min(1, going.position.offset / total);
  return (going.pass + share) / PASSES.first.length;
}
