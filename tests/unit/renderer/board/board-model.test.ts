import { describe, expect, it } from 'vitest';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import {
  emptyBoard,
  touchedLanes,
  withAnswer,
  withCards,
  withPage,
  withPending,
  withSummary,
  type BoardModel,
} from '../../../../src-renderer/features/board/board-model.ts';
import { makeCard } from './make-card.ts';

const counts = (change: Partial<Record<Lane, number>>) =>
  LANES.map((lane) => ({ lane, count: change[lane] ?? 0, overdue: 0, dueSoon: 0 }));

/** Three new orders, the first two of them read. */
function board(): BoardModel {
  const counted = withSummary(emptyBoard, 5, counts({ new: 3 }));
  return withPage(counted, 'new', 0, { revision: 5, cards: [makeCard('a'), makeCard('b')] });
}

describe('counts', () => {
  it('opens a place for each card, unknown until it is read', () => {
    expect(withSummary(emptyBoard, 1, counts({ new: 3 })).lanes.new.ids).toEqual([null, null, null]);
  });

  it('cuts and fills the window when the count changes', () => {
    expect(withSummary(board(), 6, counts({ new: 1 })).lanes.new.ids).toEqual(['a']);
    expect(withSummary(board(), 6, counts({ new: 4 })).lanes.new.ids).toEqual(['a', 'b', null, null]);
  });

  it('drops an answer that is older than what is known', () => {
    const known = board();
    expect(withSummary(known, 4, counts({ new: 9 }))).toBe(known);
  });
});

describe('pages', () => {
  it('fills its places and keeps the rest unknown', () => {
    const next = withPage(board(), 'new', 2, { revision: 5, cards: [makeCard('c')] });
    expect(next.lanes.new.ids).toEqual(['a', 'b', 'c']);
  });

  it('drops a page that is older than the lane', () => {
    const known = board();
    expect(withPage(known, 'new', 0, { revision: 4, cards: [makeCard('z')] })).toBe(known);
  });

  it('never shows a card twice in a lane', () => {
    const next = withPage(board(), 'new', 1, { revision: 6, cards: [makeCard('a')] });
    expect(next.lanes.new.ids.filter((id) => id === 'a')).toHaveLength(1);
    expect(next.lanes.new.ids[1]).toBe('a');
  });

  it('takes a card out of the lane it was in before', () => {
    const counted = withSummary(board(), 6, counts({ new: 2, 'to-ship': 1 }));
    const next = withPage(counted, 'to-ship', 0, { revision: 6, cards: [makeCard('a', 'to-ship')] });
    expect(next.lanes['to-ship'].ids).toEqual(['a']);
    expect(next.lanes.new.ids).toEqual(['b', null]);
  });

  it('grows the lane when a page knows more than the counts', () => {
    const next = withPage(board(), 'new', 2, { revision: 6, cards: [makeCard('c'), makeCard('d')] });
    expect(next.lanes.new.count).toBe(4);
  });
});

describe('fresh cards', () => {
  it('are changed in place', () => {
    const next = withCards(board(), 6, [makeCard('a', 'new', { title: 'Felt hat' })]);
    expect(next.cards['a']?.card.title).toBe('Felt hat');
    expect(next.lanes.new.ids).toEqual(['a', 'b', null]);
  });

  it('leave the window of a lane they are no longer in', () => {
    expect(withCards(board(), 6, [makeCard('a', 'to-ship')]).lanes.new.ids).toEqual(['b', null, null]);
  });

  it('leave the board when they have no lane', () => {
    expect(withCards(board(), 6, [makeCard('b', null)]).lanes.new.ids).toEqual(['a', null, null]);
  });

  it('change nothing when they are older than the card', () => {
    const next = withCards(board(), 4, [makeCard('a', 'to-ship', { title: 'Old' })]);
    expect(next.cards['a']?.card.title).toBe('Wool scarf');
    expect(next.lanes.new.ids).toEqual(['a', 'b', null]);
  });
});

describe('a move on its way', () => {
  const sent = withPending(board(), ['a', 'b'], 'to-ship', 1);

  it('is rolled back for what main refused, kept for the rest', () => {
    const answered = withAnswer(sent, 1, new Set(['b']));
    expect(answered.pending).toEqual({ a: { lane: 'to-ship', token: 1, isAnswered: true } });
  });

  it('is not touched by the answer to another try', () => {
    const both = withPending(sent, ['c'], 'labelled', 2);
    expect(withAnswer(both, 2, new Set()).pending['a']).toEqual({ lane: 'to-ship', token: 1, isAnswered: false });
  });

  it('outlives fresh cards until main has answered', () => {
    expect(withCards(sent, 6, [makeCard('a')]).pending['a']).toBeDefined();
  });

  it('ends with the first fresh card after the answer', () => {
    const answered = withAnswer(sent, 1, new Set());
    const next = withCards(answered, 6, [makeCard('a', 'to-ship')]);
    expect(Object.keys(next.pending)).toEqual(['b']);
  });

  it('stays while main is at work on the card, and ends when that failed', () => {
    const answered = withAnswer(withPending(board(), ['a'], 'labelled', 3), 3, new Set());
    const printing = withCards(answered, 6, [makeCard('a', 'new', { step: { step: 'label', code: null } })]);
    expect(printing.pending['a']?.lane).toBe('labelled');
    const failed = withCards(printing, 7, [makeCard('a', 'new', { step: { step: 'print-failed', code: 'refused' } })]);
    expect(failed.pending['a']).toBeUndefined();
  });
});

describe('lanes to read again', () => {
  it('are those whose counts changed and those a card left or came to', () => {
    const known = withCards(board(), 5, [makeCard('a')]);
    const touched = touchedLanes(known, counts({ new: 3, delivered: 1 }), [makeCard('a', 'problem')]);
    expect(touched).toEqual(['new', 'problem', 'delivered']);
  });

  it('are none when nothing changed', () => {
    expect(touchedLanes(board(), counts({ new: 3 }), [])).toEqual([]);
  });
});
