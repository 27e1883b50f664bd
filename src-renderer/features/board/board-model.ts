import type { CardView, LaneCountView } from '../../../src-main/contract/methods/board.ts';
import { EMPTY_LANE, PAGE_SIZE, touched, withCounts, withoutIds, withPageIds, type LaneWindow } from './lane-window.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

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

/**
 * What the window knows of the cards that its filter means. Everything here is a cache of main; only `pending` is our
 * own.
 */
export interface BoardModel {
  readonly revision: number;
  readonly lanes: Readonly<Record<Lane, LaneWindow>>;
  readonly cards: Readonly<Record<string, LoadedCard>>;
  readonly pending: Readonly<Record<string, PendingMove>>;
}

/** One page of a lane as main answers it. */
export interface CardPage {
  readonly revision: number;
  readonly cards: readonly CardView[];
}

export const emptyBoard: BoardModel = {
  revision: -1,
  lanes: Object.fromEntries(LANE_ORDER.map((lane) => [lane, EMPTY_LANE])) as Record<Lane, LaneWindow>,
  cards: {},
  pending: {},
};

/** The same cards and moves under way, no lane read: another filter shows other lists. */
export function withoutLanes(board: BoardModel): BoardModel {
  return { ...board, revision: -1, lanes: emptyBoard.lanes };
}

/** Takes new counts. An answer older than what we have changes nothing. */
export function withSummary(board: BoardModel, revision: number, counts: readonly LaneCountView[]): BoardModel {
  if (revision < board.revision) return board;
  const lanes = { ...board.lanes };
  for (const { lane, ...count } of counts) lanes[lane] = withCounts(lanes[lane], count);
  return { ...board, revision, lanes };
}

/** These lanes may have changed their order at this revision. */
export function withTouched(board: BoardModel, touchedOnes: readonly Lane[], revision: number): BoardModel {
  const lanes = { ...board.lanes };
  for (const lane of touchedOnes) lanes[lane] = touched(lanes[lane], revision);
  return { ...board, lanes };
}

/** Takes one page of a lane. One older than the same page as known changes nothing. */
export function withPage(board: BoardModel, lane: Lane, offset: number, page: CardPage): BoardModel {
  const known = board.lanes[lane].pages[Math.floor(offset / PAGE_SIZE)] ?? -1;
  if (page.revision < known) return board;
  const ids = page.cards.map((card) => card.orderId);
  const fresh = new Set(ids);
  const lanes = { ...board.lanes };
  for (const other of LANE_ORDER) if (other !== lane) lanes[other] = withoutIds(lanes[other], fresh);
  lanes[lane] = withPageIds(lanes[lane], offset, page.revision, ids);
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
    lanes[lane] = withoutIds(lanes[lane], new Set(newer.filter((card) => card.lane !== lane).map(idOf)));
  }
  const pending = { ...board.pending };
  for (const card of newer) {
    if (pending[card.orderId]?.isAnswered === true && !isAtWork(card)) delete pending[card.orderId];
  }
  return { ...board, lanes, pending, cards: withLoaded(board.cards, revision, newer) };
}

const idOf = (card: CardView): string => card.orderId;

/** Forgets cards that nobody looks at; their places stay, and are read again when they come into sight. */
export function withOnlyCards(board: BoardModel, kept: ReadonlySet<string>): BoardModel {
  const cards: Record<string, LoadedCard> = {};
  for (const [id, loaded] of Object.entries(board.cards)) {
    if (kept.has(id) || board.pending[id] !== undefined) cards[id] = loaded;
  }
  return { ...board, cards };
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
  const found = new Set<Lane>();
  for (const next of counts) {
    const last = before.lanes[next.lane];
    if (last.count !== next.count || last.overdue !== next.overdue || last.dueSoon !== next.dueSoon)
      found.add(next.lane);
  }
  for (const card of cards) {
    const last = before.cards[card.orderId]?.card.lane ?? null;
    if (card.lane !== null) found.add(card.lane);
    if (last !== null) found.add(last);
  }
  return LANE_ORDER.filter((lane) => found.has(lane));
}

/** Cards over all lanes, as far as the filter means them. */
export function totalCount(lanes: BoardModel['lanes']): number {
  return Object.values(lanes).reduce((total, lane) => total + lane.count, 0);
}

function withLoaded(loaded: BoardModel['cards'], revision: number, cards: readonly CardView[]): BoardModel['cards'] {
  const next = { ...loaded };
  for (const card of cards) {
    const last = next[card.orderId];
    if (last === undefined || last.revision <= revision) next[card.orderId] = { card, revision };
  }
  return next;
}
