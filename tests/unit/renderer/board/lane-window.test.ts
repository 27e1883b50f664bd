import { describe, expect, it } from 'vitest';
import {
  EMPTY_LANE,
  isStalePage,
  PAGE_SIZE,
  pagesOf,
  touched,
  withCounts,
  withoutIds,
  withPageIds,
} from '../../../../src-renderer/features/board/lane-window.ts';

const counted = (count: number) => withCounts(EMPTY_LANE, { count, overdue: 0, dueSoon: 0 });
const idsOf = (first: number, count: number) => Array.from({ length: count }, (_unused, index) => `o${first + index}`);

describe('a lane as far as it was read', () => {
  it('has a place for every card, read or not', () => {
    const lane = counted(10_000);
    expect(lane.ids).toHaveLength(10_000);
    expect(withCounts(lane, { count: 3, overdue: 0, dueSoon: 0 }).ids).toEqual([null, null, null]);
  });

  it('takes a page from the middle, and a card that moved is in one place only', () => {
    const first = withPageIds(counted(200), 0, 1, idsOf(0, PAGE_SIZE));
    const moved = withPageIds(first, PAGE_SIZE, 2, ['o5', ...idsOf(60, PAGE_SIZE - 1)]);
    expect(moved.ids[PAGE_SIZE]).toBe('o5');
    expect(moved.ids.filter((id) => id === 'o5')).toHaveLength(1);
    expect(moved.ids[5]).toBeNull();
  });

  it('closes the gap of a card that left, and keeps its length', () => {
    const lane = withPageIds(counted(4), 0, 1, ['a', 'b', 'c', 'd']);
    expect(withoutIds(lane, new Set(['b'])).ids).toEqual(['a', 'c', 'd', null]);
    expect(withoutIds(lane, new Set(['x']))).toBe(lane);
  });

  it('knows which pages to read, and which have moved since', () => {
    expect(pagesOf(PAGE_SIZE - 1, 2 * PAGE_SIZE)).toEqual([0, 1, 2]);
    const lane = withPageIds(counted(100), 0, 5, idsOf(0, PAGE_SIZE));
    expect([isStalePage(lane, 0), isStalePage(lane, 1)]).toEqual([false, true]);
    expect(isStalePage(touched(lane, 6), 0)).toBe(true);
    expect(touched(lane, 6).ids).toBe(lane.ids);
  });
});
