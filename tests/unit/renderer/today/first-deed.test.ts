import { describe, expect, it } from 'vitest';
import { dueFilter, firstDeed } from '../../../../src-renderer/features/today/first-deed.ts';
import { NO_FILTER } from '../../../../src-renderer/stores/board-filter.ts';
import { makeDay } from './make-day.ts';

const leaving = (late: number, today: number) => ({ late, today, tomorrow: 0, groups: [] });
const newOrders = { total: 4, singles: 0, withNote: 0, byShop: [] };

describe('what to begin the day with', () => {
  it('is the late orders, then those of today, then the new ones', () => {
    expect(firstDeed(makeDay({ leaving: leaving(2, 5), newOrders }))).toEqual({
      kind: 'late',
      count: 2,
      filter: dueFilter('late'),
    });
    expect(firstDeed(makeDay({ leaving: leaving(0, 5), newOrders }))).toMatchObject({ kind: 'today', count: 5 });
    expect(firstDeed(makeDay({ newOrders }))).toEqual({
      kind: 'new',
      count: 4,
      filter: { ...NO_FILTER, lanes: ['new'] },
    });
  });

  it('is nothing on a day without any', () => {
    expect(firstDeed(makeDay({ shippedToday: 9, cases: { open: 2, next: [] } }))).toBeNull();
  });

  it('looks for what is due in the lanes of her own hands', () => {
    expect(dueFilter('tomorrow')).toEqual({
      ...NO_FILTER,
      due: 'tomorrow',
      lanes: ['new', 'problem', 'to-ship', 'labelled'],
    });
  });
});
