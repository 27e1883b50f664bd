import type { BoardModel } from './board-model.ts';
import type { LaneWindow } from './lane-window.ts';
import type { Lane } from './lanes.ts';

/** A place in a lane: the card's id, or null where main has not been asked yet. */
export type Slot = string | null;

/** What a lane shows, top to bottom. */
export interface LaneSlots {
  readonly slots: readonly Slot[];
  /** Cards on their way here; they stand before the lane's own. */
  readonly incomingCount: number;
  /** Cards of the lane that are on their way elsewhere; they are not shown. */
  readonly leavingCount: number;
}

/** Cards on their way here, then the lane as main has it without the cards on their way elsewhere. */
export function visibleSlots(window: LaneWindow, lane: Lane, pending: BoardModel['pending']): LaneSlots {
  const moves = Object.entries(pending);
  if (moves.length === 0) return { slots: window.ids, incomingCount: 0, leavingCount: 0 };
  const listed = new Set(window.ids);
  const incoming = moves.filter(([id, move]) => move.lane === lane && !listed.has(id)).map(([id]) => id);
  const stays = (id: Slot): boolean => id === null || pending[id] === undefined || pending[id].lane === lane;
  const own = window.ids.filter(stays);
  if (incoming.length === 0 && own.length === window.ids.length)
    return { slots: window.ids, incomingCount: 0, leavingCount: 0 };
  return {
    slots: [...incoming, ...own],
    incomingCount: incoming.length,
    leavingCount: window.ids.length - own.length,
  };
}

/** The places of main's list that slots from first to last may stand for; a few more rather than one too few. */
export function mainRange(lane: LaneSlots, first: number, last: number): readonly [number, number] {
  const { incomingCount, leavingCount } = lane;
  return [Math.max(0, first - incomingCount), Math.max(0, last - incomingCount + leavingCount)];
}
