import { formatDayAndTime } from './format.ts';
import { currentLocale, type Words } from './use-words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Within this a deadline is "soon", counted down and amber; the board's "24 小时内" count uses the same line. */
export const SOON_MS = 24 * HOUR_MS;

/** From so many hours on, minutes are left out: nobody plans by them, and the card is narrow. */
const ROUGH_HOURS = 10;

/** A span in its largest whole parts, for the words of a clock. */
export type Span =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number };

export type ClockForm = 'late' | 'soon' | 'later';

/** Which of the three forms a deadline takes now. */
export function clockForm(dueAtMs: number, nowMs: number): ClockForm {
  if (dueAtMs <= nowMs) return 'late';
  return dueAtMs - nowMs < SOON_MS ? 'soon' : 'later';
}

/** Cuts a duration (ms, never negative) into minutes, hours and minutes, or days. Whole parts, rounded down; at least a minute. */
export function spanOf(durationMs: number): Span {
  const minutes = Math.max(1, Math.floor(durationMs / MINUTE_MS));
  if (minutes < 60) return { unit: 'minutes', minutes };
  if (minutes < 24 * 60) return { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return { unit: 'days', days: Math.floor(minutes / (24 * 60)) };
}

/** "57分", "4时58分", "2天". */
export function spanText(span: Span, t: Words): string {
  if (span.unit === 'minutes') return t('common:span.minutes', { minutes: span.minutes });
  if (span.unit === 'days') return t('common:span.days', { days: span.days });
  const { hours, minutes } = span;
  return minutes === 0 ? t('common:span.hours', { hours }) : t('common:span.hoursMinutes', { hours, minutes });
}

/** The same inside a sentence: "22 分钟", "3 小时". */
export function spanWords(durationMs: number, t: Words): string {
  const span = spanOf(durationMs);
  if (span.unit === 'minutes') return t('common:duration.minutes', { count: span.minutes });
  return span.unit === 'hours'
    ? t('common:duration.hours', { count: span.hours })
    : t('common:duration.days', { count: span.days });
}

/** The clock of a card: late by how much, how long still, or the day and hour. */
export function clockText(
  dueAtMs: number,
  nowMs: number,
  t: Words,
): { readonly form: ClockForm; readonly text: string } {
  const form = clockForm(dueAtMs, nowMs);
  if (form === 'later') return { form, text: formatDayAndTime(dueAtMs, nowMs, currentLocale(), t) };
  const span = spanOf(Math.abs(dueAtMs - nowMs));
  const isRough = span.unit === 'hours' && (form === 'late' || span.hours >= ROUGH_HOURS);
  const text = spanText(isRough ? { ...span, minutes: 0 } : span, t);
  return { form, text: form === 'late' ? t('common:span.late', { span: text }) : text };
}

/** "刚刚", "3 分钟前", "2 小时前", "4 天前": how long ago something was. */
export function agoText(atMs: number, nowMs: number, t: Words): string {
  const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
  if (minutes < 1) return t('common:ago.now');
  if (minutes < 60) return t('common:ago.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('common:ago.hours', { count: Math.floor(minutes / 60) });
  return t('common:ago.days', { count: Math.floor(minutes / (24 * 60)) });
}

/** Which day of a journey it is: 1 on the day it began, by the calendar of this machine. */
export function dayNumber(sinceMs: number, nowMs: number): number {
  const startOfDay = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.max(1, Math.round((startOfDay(nowMs) - startOfDay(sinceMs)) / (24 * HOUR_MS)) + 1);
}
