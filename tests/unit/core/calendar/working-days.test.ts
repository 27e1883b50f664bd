import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  endOfDayMs,
  localDate,
  localDateAt,
  weekdayOf,
  type LocalDate,
} from '../../../../src-main/core/calendar/local-date.ts';
import {
  addWorkingDays,
  calendarKnownFrom,
  calendarKnownUntil,
  CALENDARS,
  daysOff,
  isWorkingDay,
  weekendsWorked,
  workingDaysBetween,
  type CalendarId,
} from '../../../../src-main/core/calendar/working-days.ts';

const ZONES = { CN: 'Asia/Shanghai', KR: 'Asia/Seoul', RU: 'Europe/Moscow', US: 'America/Los_Angeles' } as const;
const anyCalendar = fc.constantFrom(...CALENDARS);
const anyDay = fc.integer({ min: 0, max: 729 }).map((days) => addDays(localDate('2025-01-01'), days));

describe('a day of a calendar', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2026-01-01T00:00Z'])('is not %s', (text) => {
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it('ends where the next begins, in every zone and over the change of clocks', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...Object.values(ZONES)), (day, zone) => {
        const endMs = endOfDayMs(day, zone);
        expect(localDateAt(endMs, zone)).toBe(day);
        expect(localDateAt(endMs + 1, zone)).toBe(addDays(day, 1));
      }),
    );
  });
});

describe('what governments published', () => {
  it.each<[CalendarId, string, boolean]>([
    // 国庆 2025 with the Sunday and the Saturday worked for it.
    ['CN', '2025-09-28', true],
    ['CN', '2025-10-08', false],
    ['CN', '2025-10-09', true],
    ['CN', '2025-10-11', true],
    ['CN', '2025-10-12', false],
    // 春节 2026.
    ['CN', '2026-02-14', true],
    ['CN', '2026-02-15', false],
    ['CN', '2026-02-23', false],
    ['CN', '2026-02-24', true],
    ['CN', '2026-02-28', true],
    ['CN', '2026-09-20', true],
    ['CN', '2026-11-23', true],
    // Substitutes, the election, and the two days that the law of 2026 brought back.
    ['KR', '2025-05-06', false],
    ['KR', '2026-03-02', false],
    ['KR', '2026-05-01', false],
    ['KR', '2026-06-03', false],
    ['KR', '2026-07-17', false],
    ['KR', '2026-10-05', false],
    ['KR', '2026-10-06', true],
    ['KR', '2027-02-09', false],
    ['KR', '2027-12-27', false],
    // The Saturday worked for 3 November 2025; the days that the decrees moved.
    ['RU', '2025-11-01', true],
    ['RU', '2025-11-03', false],
    ['RU', '2025-12-31', false],
    ['RU', '2026-01-09', false],
    ['RU', '2026-01-12', true],
    ['RU', '2026-03-09', false],
    ['RU', '2026-05-11', false],
    ['RU', '2026-12-31', false],
    // Observed on the Friday before, or the Monday after.
    ['US', '2026-07-03', false],
    ['US', '2026-11-26', false],
    ['US', '2026-11-27', true],
    ['US', '2027-07-05', false],
    ['US', '2027-12-31', false],
  ])('%s %s is a working day: %s', (calendar, day, expected) => {
    expect(isWorkingDay(calendar, localDate(day))).toBe(expected);
  });

  it.each<[CalendarId, string, number]>([
    // As the production calendars of these years have it.
    ['CN', '2025', 248],
    ['CN', '2026', 248],
    ['RU', '2025', 247],
    ['RU', '2026', 247],
    ['US', '2025', 250],
    ['US', '2026', 250],
  ])('%s has %s working days in the year that it says', (calendar, year, expected) => {
    expect(workingDaysBetween(calendar, localDate(`${Number(year) - 1}-12-31`), localDate(`${year}-12-31`))).toBe(
      expected,
    );
  });

  it('is all on days on which something changes', () => {
    for (const calendar of CALENDARS) {
      for (let day = calendarKnownFrom(calendar); day <= calendarKnownUntil(calendar); day = addDays(day, 1)) {
        expect(isWorkingDay(calendar, day)).not.toBeNull();
      }
    }
  });
});

describe('what is not known', () => {
  it.each<[CalendarId, string]>([
    ['CN', '2026-12-31'],
    ['KR', '2027-12-31'],
    ['RU', '2026-12-31'],
    ['US', '2027-12-31'],
  ])(
    'begins for %s after %s: no day of it is guessed, and a clock over it ends as early as it can',
    (calendar, last) => {
      expect(calendarKnownUntil(calendar)).toBe(last);
      const beyond = addDays(localDate(last), 1);
      expect(isWorkingDay(calendar, beyond)).toBeNull();
      expect(addWorkingDays(calendar, localDate(last), 3)).toBe(addDays(localDate(last), 3));
      expect(workingDaysBetween(calendar, localDate(last), beyond)).toBeNull();
      expect(isWorkingDay(calendar, localDate('2024-12-31'))).toBeNull();
    },
  );
});

describe('counting working days', () => {
  it('ends on a working day, and counting back finds the same number', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 30 }), (calendar, day, days) => {
        const end = addWorkingDays(calendar, day, days);
        if (end > calendarKnownUntil(calendar)) return;
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, day, end)).toBe(days);
        expect(workingDaysBetween(calendar, day, addDays(end, -1))).toBe(days - 1);
      }),
    );
  });

  it('goes on from where it stopped', () => {
    const count = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(anyCalendar, anyDay, count, count, (calendar, day, first, second) => {
        const half = addWorkingDays(calendar, day, first);
        expect(addWorkingDays(calendar, half, second)).toBe(addWorkingDays(calendar, day, first + second));
      }),
    );
  });

  it('never goes back, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 15 }), (calendar, day, days) => {
        const end = addWorkingDays(calendar, day, days);
        const next = addWorkingDays(calendar, addDays(day, 1), days);
        expect(end >= day && next >= end).toBe(true);
      }),
    );
  });

  it('is Monday to Friday where nothing is published for the week', () => {
    const quiet: LocalDate[] = Array.from({ length: 7 }, (_, index) => addDays(localDate('2026-11-16'), index));
    for (const day of quiet) {
      for (const calendar of CALENDARS) expect(isWorkingDay(calendar, day)).toBe(![0, 6].includes(weekdayOf(day)));
    }
  });

  it('can be done from the days off and the weekends worked alone', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const isWeekday = ![0, 6].includes(weekdayOf(day));
        const works = (isWeekday && !daysOff(calendar).includes(day)) || weekendsWorked(calendar).includes(day);
        expect(isWorkingDay(calendar, day)).toBe(works);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('takes no count of %s', (days) => {
    expect(() => addWorkingDays('CN', localDate('2026-01-01'), days)).toThrow(RangeError);
  });
});
