import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRung, RUNGS, type Rung, type Told } from '../../../../src-main/core/deadline/ladder.ts';

const HOUR_MS = 3_600_000;
const DUE_MS = 100 * HOUR_MS;
const alarm = { dueAtMs: DUE_MS, sinceMs: 0 };
const told = (rung: Rung, dueAtMs = DUE_MS): Told => ({ rung, dueAtMs });
const before = (hours: number) => DUE_MS - hours * HOUR_MS;

describe('the ladder', () => {
  it.each<[number, Rung | null]>([
    [24.01, null],
    [24, 'day'],
    [4.01, 'day'],
    [4, 'four-hours'],
    [1, 'hour'],
    [0.01, 'hour'],
    [0, 'over'],
    [-100, 'over'],
  ])('%d hours before the end stands at %s', (hours, rung) => {
    expect(nextRung(alarm, null, before(hours), false)).toBe(rung);
  });

  it('is climbed once, and only upwards', () => {
    expect(nextRung(alarm, told('day'), before(20), false)).toBeNull();
    expect(nextRung(alarm, told('day'), before(3), false)).toBe('four-hours');
    expect(nextRung(alarm, told('over'), before(-50), false)).toBeNull();
    expect(nextRung(alarm, told('hour'), before(3), false)).toBeNull();
  });

  it('begins anew when the end is put off, not when it is told by a minute otherwise', () => {
    expect(nextRung(alarm, told('over', DUE_MS - 48 * HOUR_MS), before(3), false)).toBe('four-hours');
    expect(nextRung(alarm, told('four-hours', DUE_MS - 60_000), before(3), false)).toBeNull();
  });

  it('leaves the mild steps for the morning, and wakes for the pressing ones', () => {
    expect(nextRung(alarm, null, before(24), true)).toBeNull();
    expect(nextRung(alarm, told('day'), before(4), true)).toBeNull();
    expect(nextRung(alarm, told('day'), before(1), true)).toBe('hour');
    expect(nextRung(alarm, null, before(-1), true)).toBe('over');
  });

  it('does not say that a day is left to what never had more', () => {
    const short = { dueAtMs: DUE_MS, sinceMs: before(20) };
    expect(nextRung(short, null, before(19), false)).toBeNull();
    expect(nextRung(short, null, before(4), false)).toBe('four-hours');
  });

  it('says each step at most once, whenever one looks', () => {
    const looks = fc.array(fc.record({ hours: fc.double({ min: -50, max: 50, noNaN: true }), isQuiet: fc.boolean() }));
    fc.assert(
      fc.property(looks, (moments) => {
        let last: Told | null = null;
        const said: Rung[] = [];
        for (const { hours, isQuiet } of moments.toSorted((one, other) => other.hours - one.hours)) {
          const rung: Rung | null = nextRung(alarm, last, before(hours), isQuiet);
          if (rung === null) continue;
          said.push(rung);
          last = told(rung);
        }
        const depths = said.map((rung) => RUNGS.findIndex(({ id }) => id === rung));
        expect(depths).toEqual([...new Set(depths)].toSorted((one, other) => one - other));
      }),
    );
  });
});
