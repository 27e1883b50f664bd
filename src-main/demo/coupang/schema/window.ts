import { endOfDay, fromSeoul } from '../answers/seoul-time.ts';
import { badRequest, type Refusal } from '../refusal.ts';

const day = 86_400_000;

/** A stretch of time, both ends included. */
export interface Window {
  fromMs: number;
  toMs: number;
}

/** The two forms of the order lists' dates: `yyyy-MM-dd+09:00` and `yyyy-MM-ddTHH:mm+09:00`. */
const offsetDay = /^\d{4}-\d{2}-\d{2}\+09:00$/u;
const offsetMinute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+09:00$/u;
/** The return lists' dates have been seen without the offset too. */
const plainDay = /^\d{4}-\d{2}-\d{2}(\+09:00)?$/u;
const plainMinute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(\+09:00)?$/u;

export interface WindowQuery {
  createdAtFrom: string;
  createdAtTo: string;
  searchType?: string | undefined;
}

/**
 * Day mode: whole days in Seoul, the last one included, at most 31 days apart. Minute mode: at most a day. Throws in the platform's
 * words; that the last day counts whole is this simulator's reading.
 */
export function createdWindow(query: WindowQuery, mustHaveOffset: boolean): Window {
  const isMinutes = query.searchType === 'timeFrame';
  const form = isMinutes ? (mustHaveOffset ? offsetMinute : plainMinute) : mustHaveOffset ? offsetDay : plainDay;
  const fromMs = moment(query.createdAtFrom, form);
  const toMs = moment(query.createdAtTo, form);
  if (fromMs === null || toMs === null || toMs < fromMs) throw badRequest('startTime/endTime not valid');
  if (isMinutes) {
    if (toMs - fromMs > day) throw badRequest('endTime-startTime range should less than 24 hours.');
    return { fromMs, toMs };
  }
  if (toMs - fromMs > 31 * day) throw badRequest('endTime-startTime range should less than31.');
  return { fromMs, toMs: endOfDay(toMs) };
}

function moment(text: string, form: RegExp): number | null {
  return form.test(text) ? fromSeoul(text.replace('+09:00', '')) : null;
}

/** Whole days, the last included, at most a week apart, in the words of the lists of withdrawals. */
export function weekWindow(from: string, to: string): Window {
  const fromMs = moment(from, /^\d{4}-\d{2}-\d{2}$/u);
  const toMs = moment(to, /^\d{4}-\d{2}-\d{2}$/u);
  if (fromMs === null || toMs === null) throw dateForm();
  if (toMs < fromMs) throw badRequest('종료일자는 시작일자보다 작거나 같아야 합니다.');
  if (toMs - fromMs > 7 * day) {
    throw badRequest('최대 조회 기간은 7 일 입니다.(The maximum view duration is 7 days)');
  }
  return { fromMs, toMs: endOfDay(toMs) };
}

function dateForm(): Refusal {
  return badRequest('날짜입력을 확인해 주세요. (형식:yyyy-MM-dd) [Please confirm the date input (format:yyyy-MM-dd)]');
}

/** The exchange list: `yyyy-MM-ddTHH:mm:ss`, at most seven days. */
export function secondsWindow(query: WindowQuery): Window {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u;
  const fromMs = moment(query.createdAtFrom, form);
  const toMs = moment(query.createdAtTo, form);
  if (fromMs === null || toMs === null || toMs < fromMs) throw badRequest('startTime/endTime not valid');
  if (toMs - fromMs > 7 * day) throw badRequest('endTime-startTime range should less than 7.');
  return { fromMs, toMs };
}

export function isWithin(atMs: number, window: Window): boolean {
  return atMs >= window.fromMs && atMs <= window.toMs;
}
