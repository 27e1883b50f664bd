import type { BoardModel, LaneWindow } from './board-model.ts';
import type { Lane } from './lanes.ts';

export const VIEWS = ['all', 'soon', 'late'] as const;
/** A quick look at a part of each lane. */
export type View = (typeof VIEWS)[number];

/** A place in a lane: the card's id, or the index to ask main for. */
export type Slot = string | number;

/**
 * What a lane shows, top to bottom: cards on their way here, then the lane as main has it without the cards on their
 * way elsewhere. The views rest on the board's order, late first, then by due time: late ones are the first `overdue`
 * cards of a lane, the ones due within 24 hours the next `dueSoon`.
 */
export function visibleSlots(
  window: LaneWindow,
  lane: Lane,
  pending: BoardModel['pending'],
  view: View,
): readonly Slot[] {
  const [from, to] = viewRange(window, view);
  const listed = new Set(Object.keys(pending).length === 0 ? [] : window.ids);
  const incoming = Object.entries(pending)
    .filter(([id, move]) => move.lane === lane && !listed.has(id))
    .map(([id]) => id);
  const slots: Slot[] = view === 'all' ? incoming : [];
  for (let index = from; index < to; index += 1) {
    const id = window.ids[index] ?? null;
    if (id === null) slots.push(index);
    else if (pending[id] === undefined || pending[id].lane === lane) slots.push(id);
  }
  return slots;
}

function viewRange(window: LaneWindow, view: View): readonly [number, number] {
  if (view === 'late') return [0, window.overdue];
  if (view === 'soon') return [window.overdue, Math.min(window.count, window.overdue + window.dueSoon)];
  return [0, window.count];
}

/** Cards that a view holds over all lanes. */
export function viewCount(lanes: BoardModel['lanes'], view: View): number {
  const sum = (pick: (lane: LaneWindow) => number) =>
    Object.values(lanes).reduce((total, lane) => total + pick(lane), 0);
  if (view === 'late') return sum((lane) => lane.overdue);
  return view === 'soon' ? sum((lane) => lane.dueSoon) : sum((lane) => lane.count);
}
