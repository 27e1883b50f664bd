import { forNewRound, missingFrom, oldestUnsentDay } from './open-boxes.ts';
import type { PullCursor, Round, Task } from './pull-cursor.ts';
import { seoulDay } from './seoul-time.ts';
import { LISTED_STATUSES, type ListedStatus, OPEN_STATUSES } from './units-status.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A window may span 31 days; one less keeps clear of the edge. */
const WINDOW_DAYS = 30;
/** New orders show some ten minutes after the payment, and seldom a day later. */
const NEW_DAYS = 2;
const FULL_EVERY_MS = 24 * HOUR;
const WIDE_EVERY_MS = 30 * MINUTE;
/** A day's round that could not be read whole is tried again after so long. */
const FULL_AGAIN_MS = HOUR;
/** A round without progress for this long (the machine slept) is begun again. */
const ROUND_LIVES_MS = 15 * MINUTE;
/** So many missing boxes are worth reading more lists before they are looked at one by one. */
const MANY_MISSING = 40;

const UNSENT: readonly ListedStatus[] = ['ACCEPT', 'INSTRUCT'];

/** The round to go on with; null when none is open or it was left lying. */
export function openRound({ round }: PullCursor, localNowMs: number): Round | null {
  return round !== null && Math.abs(localNowMs - round.touchedLocalMs) < ROUND_LIVES_MS ? round : null;
}

/**
 * A round that starts now, with nothing met. There is no list of changes: what is to be shipped is read every time,
 * all that is open every half hour, and once a day, as the first time, everything of a month (open orders of two).
 */
export function newRound(
  cursor: PullCursor,
  nowMs: number,
  localNowMs: number,
): PullCursor & { readonly round: Round } {
  const today = seoulDay(nowMs);
  const kind = kindNow(cursor, nowMs);
  const tasks = tasksOf(kind, today, oldestUnsentDay(cursor.open, today));
  const round = {
    kind,
    startedAtMs: nowMs,
    touchedLocalMs: localNowMs,
    tasks,
    taskCount: tasks.length,
    isWhole: true,
    recheck: null,
  };
  return { ...cursor, open: forNewRound(cursor.open, today), round };
}

function kindNow({ fullAtMs, wideAtMs }: PullCursor, nowMs: number): Round['kind'] {
  if (fullAtMs === null) return 'first';
  if (Math.abs(nowMs - fullAtMs) >= FULL_EVERY_MS) return 'full';
  return wideAtMs === null || Math.abs(nowMs - wideAtMs) >= WIDE_EVERY_MS ? 'wide' : 'small';
}

/** Statuses in the order in which boxes move, so that one that moves on between two lists is met in the later one. */
function tasksOf(kind: Round['kind'], today: number, oldestUnsent: number): Task[] {
  const month = (status: ListedStatus): Task => taskOf(status, today - WINDOW_DAYS, today);
  if (kind === 'wide') return OPEN_STATUSES.map(month);
  if (kind === 'small') {
    const fromDay = Math.max(today - WINDOW_DAYS, Math.min(today - NEW_DAYS, oldestUnsent - 1));
    return UNSENT.map((status) => taskOf(status, fromDay, today));
  }
  const before = today - WINDOW_DAYS - 1;
  return [
    ...LISTED_STATUSES.map(month),
    ...OPEN_STATUSES.map((status) => taskOf(status, before - WINDOW_DAYS, before)),
  ];
}

const taskOf = (status: ListedStatus, fromDay: number, toDay: number): Task => ({
  status,
  fromDay,
  toDay,
  token: '',
  seen: [],
});

/** The two halves of a list whose window is too wide for the platform to answer in time; null for a single day. */
export function halves({ status, fromDay, toDay }: Task): readonly [Task, Task] | null {
  if (fromDay >= toDay) return null;
  const middle = Math.floor((fromDay + toDay) / 2);
  return [taskOf(status, fromDay, middle), taskOf(status, middle + 1, toDay)];
}

/**
 * What follows when every list of a round is read: the boxes that should have been met and were not are looked at one
 * by one. When they are many, the lists of what they may have become are read first.
 */
export function afterLists(cursor: PullCursor, round: Round): Round {
  const today = seoulDay(round.startedAtMs);
  const isSmall = round.kind === 'small';
  const reachDays = isSmall || round.kind === 'wide' ? WINDOW_DAYS : 2 * WINDOW_DAYS + 1;
  const recheck = round.isWhole ? missingFrom(cursor.open, isSmall, today - reachDays) : [];
  const isWidened = round.taskCount > tasksOf(round.kind, today, today).length;
  if (recheck.length <= MANY_MISSING || isWidened || !(isSmall || round.kind === 'wide')) return { ...round, recheck };
  const more: readonly ListedStatus[] = isSmall ? ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY'] : ['FINAL_DELIVERY'];
  const tasks = more.map((status) => taskOf(status, today - WINDOW_DAYS, today));
  return { ...round, tasks, taskCount: round.taskCount + tasks.length };
}

/** The cursor after a round. One that could not be read whole is not taken for the day's. */
export function closeRound(cursor: PullCursor, { kind, startedAtMs, isWhole }: Round): PullCursor {
  const isDays = kind === 'first' || kind === 'full';
  const fullAtMs = isWhole ? startedAtMs : startedAtMs - FULL_EVERY_MS + FULL_AGAIN_MS;
  return {
    ...cursor,
    round: null,
    fullAtMs: isDays ? fullAtMs : cursor.fullAtMs,
    wideAtMs: kind === 'small' ? cursor.wideAtMs : startedAtMs,
  };
}
