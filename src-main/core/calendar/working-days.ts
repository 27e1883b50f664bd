import type { CalendarYear } from './calendar-year.ts';
import { CHINA } from './china.ts';
import { KOREA } from './korea.ts';
import { addDays, localDate, weekdayOf, type LocalDate } from './local-date.ts';
import { RUSSIA } from './russia.ts';
import { UNITED_STATES } from './united-states.ts';

/** Countries whose working days we know (ISO 3166-1 alpha-2). */
export const CALENDARS = ['CN', 'KR', 'RU', 'US'] as const;
export type CalendarId = (typeof CALENDARS)[number];

interface KnownDays {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The exceptions from Monday to Friday, by day. */
  readonly exceptions: ReadonlyMap<LocalDate, boolean>;
}

const KNOWN: Readonly<Record<CalendarId, KnownDays>> = {
  CN: knownDays(CHINA),
  KR: knownDays(KOREA),
  RU: knownDays(RUSSIA),
  US: knownDays(UNITED_STATES),
};

/** The first day whose working or not is known. */
export function calendarKnownFrom(calendar: CalendarId): LocalDate {
  return KNOWN[calendar].from;
}

/** The last day whose working or not is known: what is not yet published is not guessed. */
export function calendarKnownUntil(calendar: CalendarId): LocalDate {
  return KNOWN[calendar].until;
}

/** Whether people work on the day; null where that is not known. */
export function isWorkingDay(calendar: CalendarId, date: LocalDate): boolean | null {
  const { from, until, exceptions } = KNOWN[calendar];
  if (date < from || date > until) return null;
  const weekday = weekdayOf(date);
  return exceptions.get(date) ?? (weekday !== 0 && weekday !== 6);
}

/**
 * The day on which so many working days after `date` have begun; `date` itself does not count. Days of a year that is not
 * published yet all count: the answer is then the earliest that it can be, so that no clock built on it ends unseen.
 * Throws RangeError for a count that is no whole number from 0.
 */
export function addWorkingDays(calendar: CalendarId, date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`no count of days: ${days}`);
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day) !== false) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. Null where a day between is not known. */
export function workingDaysBetween(calendar: CalendarId, from: LocalDate, to: LocalDate): number | null {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const isWorking = isWorkingDay(calendar, day);
    if (isWorking === null) return null;
    if (isWorking) count += 1;
  }
  return count;
}

/** All known days of holidays, weekends among them. */
export function daysOff(calendar: CalendarId): LocalDate[] {
  return exceptionDays(calendar, false);
}

/** All known Saturdays and Sundays on which people work. */
export function weekendsWorked(calendar: CalendarId): LocalDate[] {
  return exceptionDays(calendar, true);
}

function exceptionDays(calendar: CalendarId, isWorking: boolean): LocalDate[] {
  return [...KNOWN[calendar].exceptions].flatMap(([day, works]) => (works === isWorking ? [day] : []));
}

function knownDays(years: readonly CalendarYear[]): KnownDays {
  const numbers = years.map(({ year }) => year);
  return {
    from: localDate(`${Math.min(...numbers)}-01-01`),
    until: localDate(`${Math.max(...numbers)}-12-31`),
    exceptions: exceptionsOf(years),
  };
}

function exceptionsOf(years: readonly CalendarYear[]): ReadonlyMap<LocalDate, boolean> {
  const exceptions = new Map<LocalDate, boolean>();
  for (const { year, off, work } of years) {
    for (const stretch of off) for (const day of daysOf(year, stretch)) exceptions.set(day, false);
    for (const day of work) exceptions.set(localDate(`${year}-${day}`), true);
  }
  return exceptions;
}

function daysOf(year: number, stretch: string): LocalDate[] {
  const [first = '', last = first] = stretch.split('/');
  const days: LocalDate[] = [];
  const until = localDate(`${year}-${last}`);
  for (let day = localDate(`${year}-${first}`); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
