import type { CaseCursor, CaseRound, CaseTask } from './case-cursor.ts';
import { CASE_WINDOW_DAYS } from './case-lists.ts';
import { DAY_MS, seoulDay } from './seoul-time.ts';

const MONTH_DAYS = 30;
/** Requests that were over before they were seen: only fresh ones are news. */
const OVER_DAYS = 2;
const WIDE_EVERY_MS = DAY_MS / 2;
const ROUND_LIVES_MS = 15 * 60_000;
/** Windows of a week that a wide round goes back, and an exchange may take at most. */
const WIDE_WEEKS = 4;
const MOST_WEEKS = 9;

/** The round to go on with, or a new one. */
export function openCaseRound(cursor: CaseCursor, nowMs: number, localNowMs: number): CaseRound {
  const { round } = cursor;
  if (round !== null && Math.abs(localNowMs - round.touchedLocalMs) < ROUND_LIVES_MS) return round;
  return newCaseRound(cursor, nowMs, localNowMs);
}

/**
 * What is open is read every time, what is done (beyond the last days) twice a day. The lists of transfers come before that of all tickets,
 * which does not tell them apart.
 */
export function newCaseRound(cursor: CaseCursor, nowMs: number, localNowMs: number): CaseRound {
  const today = seoulDay(nowMs);
  const isWide = cursor.wideAtMs === null || Math.abs(nowMs - cursor.wideAtMs) >= WIDE_EVERY_MS;
  const oldestExchange = Math.min(today, ...cursor.exchanges.map(({ day }) => day));
  const exchangeWeeks = Math.max(
    isWide ? WIDE_WEEKS : 1,
    Math.ceil((today - oldestExchange + 1) / (CASE_WINDOW_DAYS + 1)),
  );
  const overDays = isWide ? MONTH_DAYS : OVER_DAYS;
  const inquiryWeeks = isWide ? WIDE_WEEKS : 1;
  const tasks = [
    taskOf('UC', today - MONTH_DAYS, today),
    taskOf('PR', today - MONTH_DAYS, today),
    taskOf('CANCEL', today - overDays, today),
    taskOf('CC', today - overDays, today),
    ...weeks('exchanges', today, Math.min(exchangeWeeks, MOST_WEEKS)),
    ...weeks('questions', today, inquiryWeeks),
    ...weeks('transfers', today, inquiryWeeks),
    ...weeks('tickets', today, inquiryWeeks),
  ];
  const start = { startedAtMs: nowMs, touchedLocalMs: localNowMs, isWide, tasks };
  return { ...start, met: [], transfers: [], isWhole: true, recheck: null };
}

const taskOf = (list: CaseTask['list'], fromDay: number, toDay: number): CaseTask => ({
  list,
  fromDay,
  toDay,
  token: '',
  pages: 0,
});

const weeks = (list: CaseTask['list'], today: number, count: number): CaseTask[] =>
  Array.from({ length: count }, (_, index) => {
    const toDay = today - index * (CASE_WINDOW_DAYS + 1);
    return taskOf(list, toDay - CASE_WINDOW_DAYS, toDay);
  });

/** Requests that were open and that no list of open ones showed: withdrawn, or done. */
export function missingReceipts({ receipts }: CaseCursor, { met, isWhole, startedAtMs }: CaseRound): string[] {
  if (!isWhole) return [];
  const seen = new Set(met);
  const oldest = seoulDay(startedAtMs) - MONTH_DAYS;
  return receipts.flatMap(({ id, day }) => (seen.has(id) || day <= oldest ? [] : [id]));
}

export const closeCaseRound = (cursor: CaseCursor, { isWide, startedAtMs }: CaseRound): CaseCursor => ({
  ...cursor,
  round: null,
  wideAtMs: isWide ? startedAtMs : cursor.wideAtMs,
});
