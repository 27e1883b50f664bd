import type { LaneCountView } from '../../../src-main/contract/methods/board.ts';

/** Cards asked for at once. */
export const PAGE_SIZE = 60;

/** One lane as far as it has been read, page by page. `ids[i]` is null where the i-th card has not been asked for. */
export interface LaneWindow {
  readonly count: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly ids: readonly (string | null)[];
  /** The revision that each page was read at, by page number. */
  readonly pages: Readonly<Record<number, number>>;
  /** Pages read before this revision may have moved: they are shown, and read again when looked at. */
  readonly touchedAt: number;
}

export const EMPTY_LANE: LaneWindow = { count: 0, overdue: 0, dueSoon: 0, ids: [], pages: {}, touchedAt: -1 };

/** Takes new counts; the list gets exactly so many places. */
export function withCounts(lane: LaneWindow, counts: Omit<LaneCountView, 'lane'>): LaneWindow {
  const { count, overdue, dueSoon } = counts;
  return { ...lane, count, overdue, dueSoon, ids: fitted(lane.ids, count) };
}

/** What was read before `revision` may have moved. */
export function touched(lane: LaneWindow, revision: number): LaneWindow {
  return revision > lane.touchedAt ? { ...lane, touchedAt: revision } : lane;
}

/** Puts the ids of one page in their places, and out of any other place of the lane. */
export function withPageIds(
  lane: LaneWindow,
  offset: number,
  revision: number,
  pageIds: readonly string[],
): LaneWindow {
  const count = Math.max(lane.count, offset + pageIds.length);
  const fresh = new Set(pageIds);
  const ids = fitted(lane.ids, count).map((id, index) => {
    const isInPage = index >= offset && index < offset + pageIds.length;
    if (isInPage) return pageIds[index - offset] ?? null;
    return id !== null && fresh.has(id) ? null : id;
  });
  return { ...lane, count, ids, pages: { ...lane.pages, [Math.floor(offset / PAGE_SIZE)]: revision } };
}

/** Without cards that left the lane: the ones behind them move up. */
export function withoutIds(lane: LaneWindow, gone: ReadonlySet<string>): LaneWindow {
  if (!lane.ids.some((id) => id !== null && gone.has(id))) return lane;
  const rest = lane.ids.filter((id) => id === null || !gone.has(id));
  return { ...lane, ids: fitted(rest, lane.count) };
}

/** Numbers of the pages that hold the places from first to last. */
export function pagesOf(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1) pages.push(page);
  return pages;
}

/** True when the page was never read, or something moved since. */
export function isStalePage(lane: LaneWindow, page: number): boolean {
  return (lane.pages[page] ?? -1) < Math.max(0, lane.touchedAt);
}

/** The same list with exactly `count` places: cut, or filled up with unknown ones. */
function fitted(ids: LaneWindow['ids'], count: number): LaneWindow['ids'] {
  if (ids.length === count) return ids;
  return ids.length > count ? ids.slice(0, count) : [...ids, ...Array.from({ length: count - ids.length }, () => null)];
}
