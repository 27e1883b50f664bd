import type { Lane } from './lanes.ts';

/** The list of an open lane, for those who must know what lies where: the marquee. */
export interface LaneList {
  /** The element that scrolls. */
  readonly scroller: HTMLElement;
  /** Ids of the cards that reach between two heights of the list's own content (px). */
  readonly idsBetween: (topPx: number, bottomPx: number) => readonly string[];
}

const lists = new Map<Lane, LaneList>();

/** Tells of an open lane's list. Returns the end of it. */
export function addLaneList(lane: Lane, list: LaneList): () => void {
  lists.set(lane, list);
  return () => {
    if (lists.get(lane) === list) lists.delete(lane);
  };
}

export function laneLists(): ReadonlyMap<Lane, LaneList> {
  return lists;
}
