import { describe, expect, it } from 'vitest';
import { draftOf, dueOf, isCaseReady, NEW_CASE, openInput } from '../../../../src-renderer/cases/case-draft.ts';
import { afterWorkingDays, endOfDay, fromTimeField, toTimeField } from '../../../../src-renderer/cases/local-time.ts';

/** A Friday. */
const FRIDAY = new Date(2026, 2, 6, 9, 30).getTime();
const at = (day: number, hour = 18, minute = 0) => new Date(2026, 2, day, hour, minute).getTime();

describe('times of the desk', () => {
  it('count working days over the weekend, to the end of work', () => {
    expect(afterWorkingDays(FRIDAY, 1)).toBe(at(9));
    expect(afterWorkingDays(FRIDAY, 5)).toBe(at(13));
    expect(endOfDay(FRIDAY, 0)).toBe(at(6));
    expect(endOfDay(FRIDAY, 1)).toBe(at(7));
  });

  it('leave out holidays and count the weekends worked for them', () => {
    // Monday is a holiday, Saturday is worked for it.
    const calendar = { off: new Set(['2026-03-09']), work: new Set(['2026-03-07']) };
    expect(afterWorkingDays(FRIDAY, 1, calendar)).toBe(at(7));
    expect(afterWorkingDays(FRIDAY, 3, calendar)).toBe(at(11));
  });

  it('go to a field and come back to the minute', () => {
    expect(toTimeField(FRIDAY)).toBe('2026-03-06T09:30');
    expect(fromTimeField('2026-03-06T09:30')).toBe(FRIDAY);
    expect(['', '2026-03', '2026-13-40T99:99', 'soon'].map(fromTimeField)).toEqual([null, null, null, null]);
  });
});

describe('the draft of a case', () => {
  it('wants a kind, and an exact time only where one is asked for', () => {
    expect(isCaseReady(NEW_CASE)).toBe(false);
    const draft = { ...NEW_CASE, kind: 'refund' as const };
    expect(isCaseReady(draft)).toBe(true);
    expect(isCaseReady({ ...draft, due: 'exact' })).toBe(false);
    expect(isCaseReady({ ...draft, due: 'exact', dueAt: '2026-03-09T12:00' })).toBe(true);
  });

  it('knows when it is due', () => {
    expect(dueOf({ ...NEW_CASE, due: 'none' }, FRIDAY)).toBeNull();
    expect(dueOf({ ...NEW_CASE, due: 'day1' }, FRIDAY)).toBe(at(9));
    expect(dueOf({ ...NEW_CASE, due: 'exact', dueAt: '2026-03-09T12:00' }, FRIDAY)).toBe(at(9, 12));
  });

  it('becomes what the contract takes', () => {
    const draft = { ...NEW_CASE, kind: 'frozen' as const, reason: 'late' as const, due: 'none' as const, note: ' x ' };
    expect(openInput(['o'], draft, FRIDAY)).toEqual({
      ids: ['o'],
      kind: 'frozen',
      reason: 'late',
      note: 'x',
      dueAtMs: null,
    });
    expect(openInput(['o'], NEW_CASE, FRIDAY)).toBeNull();
  });

  it('begins a change with the values of the case', () => {
    const ours = {
      id: 'c',
      kind: 'dispute' as const,
      reason: null,
      note: 'n',
      notes: [],
      openedAtMs: 0,
      dueAtMs: FRIDAY,
      afterSaleId: null,
      closedAtMs: null,
      outcome: null,
    };
    expect(draftOf(ours)).toEqual({ kind: 'dispute', reason: null, due: 'exact', dueAt: '2026-03-06T09:30', note: '' });
    expect(draftOf({ ...ours, dueAtMs: null }).due).toBe('none');
  });
});
