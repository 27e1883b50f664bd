import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../../src-main/app/notices/badge-of.ts';
import { dueReminder } from '../../../../src-main/app/notices/key-reminder.ts';
import { isQuiet } from '../../../../src-main/app/notices/quiet-hours.ts';
import { DEFAULT_PREFERENCES } from '../../../../src-main/app/ports/preferences.ts';

const DAY_MS = 24 * 3_600_000;
const at = (hour: number) => hour * 60;

describe('quiet hours', () => {
  const wishes = (from: number, to: number) => ({
    ...DEFAULT_PREFERENCES,
    hasQuietHours: true,
    quietFromMinute: at(from),
    quietToMinute: at(to),
  });
  it.each([
    [22, 8, 23, true],
    [22, 8, 7, true],
    [22, 8, 8, false],
    [22, 8, 12, false],
    [12, 14, 13, true],
    [12, 14, 14, false],
    [9, 9, 9, false],
  ])('from %i to %i, at %i: %s', (from, to, hour, expected) => {
    expect(isQuiet(wishes(from, to), at(hour))).toBe(expected);
  });

  it('are none when the seller wants none', () => {
    expect(isQuiet({ ...wishes(0, 23), hasQuietHours: false }, at(5))).toBe(false);
  });
});

describe('the reminder of a key', () => {
  const endMs = 100 * DAY_MS;
  const due = (daysLeft: number, keyReminder: string | null = null) =>
    dueReminder({ keyExpiresAtMs: endMs, keyReminder }, endMs - daysLeft * DAY_MS);

  it('comes 30, 14 and 3 days before its end, once each', () => {
    expect(due(31)).toBeNull();
    const first = due(30);
    expect(first).toMatchObject({ days: 30 });
    expect(due(20, first!.id)).toBeNull();
    const second = due(13, first!.id);
    expect(second).toMatchObject({ days: 13 });
    const third = due(2.5, second!.id);
    expect(third).toMatchObject({ days: 3 });
    expect(due(1, third!.id)).toBeNull();
  });

  it('says nothing twice when the same end is worded otherwise, and begins anew with a new key', () => {
    const { id } = due(10)!;
    expect(dueReminder({ keyExpiresAtMs: endMs + 1_000, keyReminder: id }, endMs - 10 * DAY_MS)).toBeNull();
    expect(dueReminder({ keyExpiresAtMs: endMs + 90 * DAY_MS, keyReminder: id }, endMs)).toBeNull();
    expect(dueReminder({ keyExpiresAtMs: null, keyReminder: null }, 0)).toBeNull();
    expect(due(-1)).toMatchObject({ days: 0 });
  });
});

describe('the badge', () => {
  it('counts new orders, and what the desk must ship before the seller’s day ends', async () => {
    const asked: number[] = [];
    const reads = {
      laneCounts: async () => [{ lane: 'new' as const, count: 7, overdue: 2, dueSoon: 0 }],
      leavingCounts: async (nowMs: number, dayEndsMs: number) => {
        asked.push(nowMs, dayEndsMs);
        return { late: 1, today: 3, tomorrow: 9 };
      },
    };
    const nowMs = 1_020_000;
    expect(await badgeOf(reads, nowMs, at(23), 1)).toEqual({ newOrders: 7, dueToday: 3, late: 1, silentShops: 1 });
    expect(asked).toEqual([nowMs, nowMs + 3_600_000]);
  });
});
