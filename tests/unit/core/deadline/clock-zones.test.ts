import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateAt } from '../../../../src-main/core/calendar/local-date.ts';
import { isWorkingDay, workingDaysBetween, type CalendarId } from '../../../../src-main/core/calendar/working-days.ts';
import { wallTimeAt } from '../../../../src-main/core/calendar/zoned-time.ts';
import { autoCancelOf } from '../../../../src-main/core/deadline/auto-cancel.ts';
import { caseClockOf } from '../../../../src-main/core/deadline/case-clock.ts';
import type { Deadline } from '../../../../src-main/core/deadline/deadline.ts';
import type { CaseId } from '../../../../src-main/core/shared/ids.ts';
import { sampleOrder } from '../../../integration/sqlite/sample-orders.ts';

const { facts } = sampleOrder(1);
/** Any moment of the years whose calendars are known to their end, over both changes of clocks. */
const anyMoment = fc.integer({ min: Date.parse('2025-01-02T00:00Z'), max: Date.parse('2026-12-10T00:00Z') });

/** The clock ends with its day on the wall of its zone, a working day, so many of them after the start. */
function expectWorkingDays(clock: Deadline | null, calendar: CalendarId, startMs: number, days: number): void {
  if (clock === null || clock.zone === null) throw new Error('no clock');
  const first = localDateAt(startMs, clock.zone);
  const last = localDateAt(clock.atMs, clock.zone);
  expect(clock.calendar).toBe(calendar);
  expect(isWorkingDay(calendar, last)).toBe(true);
  expect(workingDaysBetween(calendar, first, last)).toBe(days);
  expect(wallTimeAt(clock.atMs + 1, clock.zone)).toMatchObject({ hour: 0, minute: 0, second: 0, millisecond: 0 });
}

describe('working days by a platform’s clock', () => {
  it('end at midnight in California, in summer and in winter', () => {
    const total = { minor: 1_000, currency: 'USD' };
    fc.assert(
      fc.property(anyMoment, (shipByMs) => {
        const order = {
          ...facts,
          platform: 'amazon',
          stage: 'to-hand-over',
          total,
          shipByMs,
          placedAtMs: shipByMs,
        } as const;
        expectWorkingDays(autoCancelOf(order), 'US', shipByMs, 7);
      }),
    );
  });

  it('end at midnight in China, after holidays and with the weekends worked for them', () => {
    fc.assert(
      fc.property(anyMoment, (openedAtMs) => {
        const open = { id: 'c' as CaseId, kind: 'chargeback', reason: null, note: '', notes: [], openedAtMs } as const;
        const clock = caseClockOf({ ...facts, platform: 'aliexpress' }, { ...open, dueAtMs: null, afterSaleId: null });
        expectWorkingDays(clock, 'CN', openedAtMs, 3);
      }),
    );
  });

  it('follow the clocks when they are put forward and back', () => {
    // California puts its clocks forward on 8 March 2026 and back on 1 November.
    const cancelOf = (shipBy: string) => {
      const total = { minor: 1, currency: 'USD' };
      const shipByMs = Date.parse(shipBy);
      return autoCancelOf({
        ...facts,
        platform: 'amazon',
        stage: 'to-hand-over',
        total,
        shipByMs,
        placedAtMs: shipByMs,
      });
    };
    expect(cancelOf('2026-02-25T12:00:00-08:00')?.atMs).toBe(Date.parse('2026-03-06T23:59:59.999-08:00'));
    expect(cancelOf('2026-02-27T12:00:00-08:00')?.atMs).toBe(Date.parse('2026-03-10T23:59:59.999-07:00'));
    expect(cancelOf('2026-10-23T12:00:00-07:00')?.atMs).toBe(Date.parse('2026-11-03T23:59:59.999-08:00'));
  });
});
