import type { CardView, LaneCountView } from '../../../src-main/contract/methods/board.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

/** One lane as far as it has been read. `ids[i]` is null where the i-th card has not been asked for. */
export interface LaneWindow {
  readonly count: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly ids: readonly (string | null)[];
  /** Revision of the newest page in it. */
  readonly revision: number;
}

export interface LoadedCard {
  readonly card: CardView;
  readonly revision: number;
}

/** A card that was sent to a lane and shows itself there before main has said so. */
export interface PendingMove {
  readonly lane: Lane;
  readonly token: number;
  /** Main has answered; the next fresh card decides. */
  readonly isAnswered: boolean;
}

/** What the window knows of the board. Everything here is a cache of main; only `pending` is our own. */
export interface BoardModel {
  readonly revision: number;
  readonly lanes: Readonly<Record<Lane, LaneWindow>>;
  readonly cards: Readonly<Record<string, LoadedCard>>;
  readonly pending: Readonly<Record<string, PendingMove>>;
}

const EMPTY_LANE: LaneWindow = { count: 0, overdue: 0, dueSoon: 0, ids: [], revision: -1 };

export const emptyBoard: BoardModel = {
  revision: -1,
  lanes: Object.fromEntries(LANE_ORDER.map((lane) => [lane, EMPTY_LANE])) as Record<Lane, LaneWindow>,
  cards: {},
  pending: {},
};

/** Takes new counts. An answer older than what we have changes nothing. */
export function withSummary(board: BoardModel, revision: number, counts: readonly LaneCountView[]): BoardModel {
  if (revision < board.revision) return board;
  const lanes = { ...board.lanes };
  for (const { lane, count, overdue, dueSoon } of counts) {
    const last = lanes[lane];
    lanes[lane] = { ...last, count, overdue, dueSoon, ids: fitted(last.ids, count) };
  }
  return { ...board, revision, lanes };
}

/** Takes one page of a lane. A page older than the lane's newest one changes nothing. */
export function withPage(
  board: BoardModel,
  lane: Lane,
  offset: number,
  page: { readonly revision: number; readonly cards: readonly CardView[] },
): BoardModel {
  if (page.revision < board.lanes[lane].revision) return board;
  const fresh = new Set(page.cards.map((card) => card.orderId));
  const lanes = { ...board.lanes };
  for (const other of LANE_ORDER) {
    if (lanes[other].ids.some((id) => id !== null && fresh.has(id))) lanes[other] = withoutIds(lanes[other], fresh);
  }
  const target = lanes[lane];
  const count = Math.max(target.count, offset + page.cards.length);
  const ids = [...fitted(target.ids, count)];
  page.cards.forEach((card, index) => {
    ids[offset + index] = card.orderId;
  });
  lanes[lane] = { ...target, count, ids, revision: page.revision };
  return { ...board, lanes, cards: withLoaded(board.cards, page.revision, page.cards) };
}

/**
 * Takes fresh cards. One that changed its lane leaves the old lane's window at once (the new lane's window is read
 * again by the caller), and a move that main has answered ends here, unless the work still goes on.
 */
export function withCards(board: BoardModel, revision: number, cards: readonly CardView[]): BoardModel {
  const newer = cards.filter((card) => (board.cards[card.orderId]?.revision ?? -1) <= revision);
  const lanes = { ...board.lanes };
  for (const lane of LANE_ORDER) {
    const left = new Set(newer.filter((card) => card.lane !== lane).map((card) => card.orderId));
    if (lanes[lane].ids.some((id) => id !== null && left.has(id))) lanes[lane] = withoutIds(lanes[lane], left);
  }
  const pending = { ...board.pending };
  for (const card of newer) {
    if (pending[card.orderId]?.isAnswered === true && !isAtWork(card)) delete pending[card.orderId];
  }
  return { ...board, lanes, pending, cards: withLoaded(board.cards, revision, newer) };
}

/** Shows cards in a lane before main has answered. `token` names the try. */
export function withPending(board: BoardModel, ids: readonly string[], lane: Lane, token: number): BoardModel {
  const entries = ids.map((id) => [id, { lane, token, isAnswered: false }] as const);
  return { ...board, pending: { ...board.pending, ...Object.fromEntries(entries) } };
}

/** Main has answered a try: what it refused goes back, the rest waits for its fresh card. */
export function withAnswer(board: BoardModel, token: number, refusedIds: ReadonlySet<string>): BoardModel {
  const pending: Record<string, PendingMove> = {};
  for (const [id, move] of Object.entries(board.pending)) {
    if (move.token !== token) pending[id] = move;
    else if (!refusedIds.has(id)) pending[id] = { ...move, isAnswered: true };
  }
  return { ...board, pending };
}

/** True while main is at work on a card and will move it on by itself. */
function isAtWork(card: CardView): boolean {
  return card.step !== null && ['confirm', 'label', 'printer'].includes(card.step.step);
}

/** Lanes whose window must be read again: their counts changed, or a changed card is or was in them. */
export function touchedLanes(before: BoardModel, counts: readonly LaneCountView[], cards: readonly CardView[]): Lane[] {
  const touched = new Set<Lane>();
  for (const next of counts) {
    const last = before.lanes[next.lane];
    if (last.count !== next.count || last.overdue !== next.overdue || last.dueSoon !== next.dueSoon)
      touched.add(next.lane);
  }
  for (const card of cards) {
    const last = before.cards[card.orderId]?.card.lane ?? null;
    if (card.lane !== null) touched.add(card.lane);
    if (last !== null) touched.add(last);
  }
  return LANE_ORDER.filter((lane) => touched.has(lane));
}

function withLoaded(loaded: BoardModel['cards'], revision: number, cards: readonly CardView[]): BoardModel['cards'] {
  const next = { ...loaded };
  for (const card of cards) {
    const last = next[card.orderId];
    if (last === undefined || last.revision <= revision) next[card.orderId] = { card, revision };
  }
  return next;
}

/** The same list with exactly `count` places: cut, or filled up with unknown ones. */
function fitted(ids: LaneWindow['ids'], count: number): LaneWindow['ids'] {
  if (ids.length === count) return ids;
  return ids.length > count ? ids.slice(0, count) : [...ids, ...Array.from({ length: count - ids.length }, () => null)];
}

function withoutIds(lane: LaneWindow, gone: ReadonlySet<string>): LaneWindow {
  return {
    ...lane,
    ids: fitted(
      lane.ids.filter((id) => id === null || !gone.has(id)),
      lane.count,
    ),
  };
}
