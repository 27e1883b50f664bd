import { utcMsOf, wallTimeAt } from './zoned-time.ts';

/** A day of some country's calendar, 'yyyy-MM-dd'. Such texts compare as their days do. */
export type LocalDate = string & { readonly __date: 'local' };

const DAY_MS = 24 * 3_600_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads 'yyyy-MM-dd'. Throws RangeError for a day that no calendar has. */
export function localDate(text: string): LocalDate {
  if (!SHAPE.test(text) || dateText(Date.parse(text)) !== text) throw new RangeError(`no day of a calendar: ${text}`);
  return text as LocalDate;
}

/** The day that the calendar on the wall shows in an IANA zone at an instant. */
export function localDateAt(utcMs: number, zone: string): LocalDate {
  const { year, month, day } = wallTimeAt(utcMs, zone);
  return dateText(Date.UTC(year, month - 1, day)) as LocalDate;
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateText(Date.parse(date) + days * DAY_MS) as LocalDate;
}

/** 0 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay();
}

/** The day's last millisecond in an IANA zone, UTC. */
export function endOfDayMs(date: LocalDate, zone: string): number {
  const next = new Date(addDays(date, 1));
  const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  const wall = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate(), ...midnight };
  return utcMsOf(wall, zone) - 1;
}

function dateText(utcMs: number): string {
  return Number.isNaN(utcMs) ? '' : new Date(utcMs).toISOString().slice(0, 10);
}
