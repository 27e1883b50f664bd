import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneWindow, PendingMove } from '../../../../src-renderer/features/board/board-model.ts';
import { viewCount, visibleSlots } from '../../../../src-renderer/features/board/visible-lane.ts';
import { emptyBoard } from '../../../../src-renderer/features/board/board-model.ts';

const window = (ids: LaneWindow['ids'], change: Partial<LaneWindow> = {}): LaneWindow => ({
  count: ids.length,
  overdue: 0,
  dueSoon: 0,
  ids,
  revision: 1,
  ...change,
});
const to = (lane: PendingMove['lane']): PendingMove => ({ lane, token: 1, isAnswered: false });

describe('what a lane shows', () => {
  it('is the lane as main has it, with indexes for what is not read', () => {
    expect(visibleSlots(window(['a', null, 'c']), 'new', {}, 'all')).toEqual(['a', 1, 'c']);
  });

  it('has arriving cards on top and misses leaving ones', () => {
    const pending = { x: to('new'), a: to('to-ship') };
    expect(visibleSlots(window(['a', 'b', null]), 'new', pending, 'all')).toEqual(['x', 'b', 2]);
  });

  it('shows a card that has arrived once only', () => {
    expect(visibleSlots(window(['x', 'b']), 'new', { x: to('new') }, 'all')).toEqual(['x', 'b']);
  });

  it('cuts to what is late and to what is due soon', () => {
    const lane = window(['a', 'b', 'c', 'd'], { overdue: 1, dueSoon: 2 });
    expect(visibleSlots(lane, 'new', {}, 'late')).toEqual(['a']);
    expect(visibleSlots(lane, 'new', {}, 'soon')).toEqual(['b', 'c']);
  });

  it('never holds a slot twice, whatever is on its way', () => {
    const lanes = fc.constantFrom<PendingMove['lane']>('new', 'problem', 'to-ship');
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x', 'y'), lanes), (listed, moves) => {
        const pending = Object.fromEntries(Object.entries(moves).map(([id, lane]) => [id, to(lane)]));
        const slots = visibleSlots(window(listed), 'new', pending, 'all');
        expect(new Set(slots).size).toBe(slots.length);
      }),
    );
  });
});

it('the views count over all lanes', () => {
  const lanes = {
    ...emptyBoard.lanes,
    new: window(['a', 'b', 'c'], { overdue: 1, dueSoon: 1 }),
    'to-ship': window(['d'], { overdue: 1 }),
  };
  expect([viewCount(lanes, 'all'), viewCount(lanes, 'late'), viewCount(lanes, 'soon')]).toEqual([4, 2, 1]);
});
