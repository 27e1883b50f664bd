import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetMs, parseZoned, utcMsOf, wallTimeAt, zonedText } from '../../../../src-main/core/calendar/zoned-time.ts';

const ZONES = ['Asia/Seoul', 'Asia/Shanghai', 'America/Los_Angeles', 'Europe/Moscow', 'Australia/Lord_Howe', 'UTC'];
const instant = fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2040, 0, 1) });

describe('zoned time', () => {
  it.each([
    ['2026-11-05 08:00:00', 'Asia/Seoul', '2026-11-04T23:00:00Z'],
    ['2026-11-05T08:00', 'Asia/Shanghai', '2026-11-05T00:00:00Z'],
    ['2026-11-05', 'Asia/Shanghai', '2026-11-04T16:00:00Z'],
    ['2026-07-05 08:00:00', 'America/Los_Angeles', '2026-07-05T15:00:00Z'],
    ['2026-12-05 08:00:00', 'America/Los_Angeles', '2026-12-05T16:00:00Z'],
    ['2026-11-05T08:00:00.250Z', 'Asia/Seoul', '2026-11-05T08:00:00.250Z'],
    ['2026-11-05T08:00:00+09:00', 'UTC', '2026-11-04T23:00:00Z'],
    ['2026-11-05 08:00:00 -0730', 'UTC', '2026-11-05T15:30:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
    // The hour that autumn repeats is the first one, the hour that spring leaves out the one after it.
    ['2026-11-01 01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00Z'],
    ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(new Date(parseZoned(text, zone)!).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each(['', 'soon', '2026-13-01', '2026-02-30', '2025-02-29', '2026-11-05 24:00', '2026-11-05 08:60', '05.11.2026'])(
    '%s is no time',
    (text) => {
      expect(parseZoned(text, 'Asia/Seoul')).toBeNull();
    },
  );

  it('writes what it reads, in every zone, to the second', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (atMs, zone) => {
        const text = zonedText(atMs, zone);
        const back = parseZoned(text, zone)!;
        expect(zonedText(back, zone)).toBe(text);
        // Only the hour that autumn repeats has two instants.
        const differenceMs = Math.floor(atMs / 1_000) * 1_000 - back;
        expect([0, 30 * 60_000, 60 * 60_000]).toContain(differenceMs);
      }),
    );
  });

  it('reads the wall back to the instant, to the millisecond', () => {
    fc.assert(
      fc.property(instant, (atMs) => {
        for (const zone of ['Asia/Seoul', 'Asia/Shanghai', 'UTC']) {
          expect(utcMsOf(wallTimeAt(atMs, zone), zone)).toBe(atMs);
        }
      }),
    );
  });

  it('knows the distance to UTC, and no zone that is none', () => {
    expect(offsetMs(Date.UTC(2026, 6, 1), 'America/Los_Angeles')).toBe(-7 * 3_600_000);
    expect(offsetMs(Date.UTC(2026, 0, 1), 'Asia/Seoul')).toBe(9 * 3_600_000);
    expect(() => wallTimeAt(0, 'Moon/Tycho')).toThrow(RangeError);
  });
});
