import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PendingMove } from '../../../../src-renderer/features/board/board-model.ts';
import { EMPTY_LANE, type LaneWindow } from '../../../../src-renderer/features/board/lane-window.ts';
import { mainRange, visibleSlots } from '../../../../src-renderer/features/board/visible-lane.ts';

const laneOf = (ids: LaneWindow['ids']): LaneWindow => ({ ...EMPTY_LANE, count: ids.length, ids });
const to = (lane: PendingMove['lane']): PendingMove => ({ lane, token: 1, isAnswered: false });
const slotsOf = (ids: LaneWindow['ids'], pending: Readonly<Record<string, PendingMove>>) =>
  visibleSlots(laneOf(ids), 'new', pending).slots;

describe('what a lane shows', () => {
  it('is the lane as main has it, with nothing where it was not asked', () => {
    expect(slotsOf(['a', null, 'c'], {})).toEqual(['a', null, 'c']);
  });

  it('has arriving cards on top and misses leaving ones', () => {
    expect(slotsOf(['a', 'b', null], { x: to('new'), a: to('to-ship') })).toEqual(['x', 'b', null]);
  });

  it('shows a card that has arrived once only', () => {
    expect(slotsOf(['x', 'b'], { x: to('new') })).toEqual(['x', 'b']);
  });

  it('is the very same list while nothing of it is on its way: a lane of ten thousand is not drawn anew', () => {
    const lane = laneOf(['a', 'b']);
    expect(visibleSlots(lane, 'new', { q: to('to-ship') }).slots).toBe(lane.ids);
  });

  it('never holds a card twice, whatever is on its way, and loses none that stays', () => {
    const lanes = fc.constantFrom<PendingMove['lane']>('new', 'problem', 'to-ship');
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x', 'y'), lanes), (listed, moves) => {
        const pending = Object.fromEntries(Object.entries(moves).map(([id, lane]) => [id, to(lane)]));
        const slots = slotsOf(listed, pending);
        const stays = listed.filter((id) => pending[id] === undefined || pending[id].lane === 'new');
        expect(new Set(slots).size).toBe(slots.length);
        expect(slots.filter((id) => id !== null && listed.includes(id))).toEqual(stays);
      }),
    );
  });
});

it('what is in sight is asked for at its place in the list of main', () => {
  const ids = ['a', 'b', 'c', null, null, null];
  const arriving = visibleSlots(laneOf(ids), 'new', { x: to('new'), y: to('new') });
  expect(mainRange(arriving, 1, 5)).toEqual([0, 3]);
  const leaving = visibleSlots(laneOf(ids), 'new', { a: to('to-ship') });
  expect(mainRange(leaving, 2, 4)).toEqual([2, 5]);
});
