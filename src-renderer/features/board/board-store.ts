import { create } from 'zustand';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { NO_FILTER, type CardFilter } from '../../stores/board-filter.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { syncClock } from '../../stores/now.ts';
import { useRoute } from '../../stores/route.ts';
import {
  emptyBoard,
  touchedLanes,
  withCards,
  withoutLanes,
  withPage,
  withSummary,
  withTouched,
  type BoardModel,
} from './board-model.ts';
import { chunked } from '../../stores/chunked.ts';
import { optionalFilter } from './filter-input.ts';
import { isStalePage, PAGE_SIZE, pagesOf } from './lane-window.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

interface BoardStore {
  readonly model: BoardModel;
  /** Which cards the model is of: what the route wants, once main has answered. */
  readonly filter: CardFilter;
  /** The first counts and cards are here. */
  readonly isLoaded: boolean;
  readonly error: CallError | null;
}

export const useBoard = create<BoardStore>(() => ({
  model: emptyBoard,
  filter: NO_FILTER,
  isLoaded: false,
  error: null,
}));

/** More changed cards than this are not read one by one unless they are known here: the lanes are read again anyway. */
const READ_EACH_UP_TO = 200;

export function changeModel(change: (model: BoardModel) => BoardModel): void {
  useBoard.setState((store) => ({ model: change(store.model) }));
}

/** The card as last read, or null. */
export function loadedCard(id: string): CardView | null {
  return useBoard.getState().model.cards[id]?.card ?? null;
}

/** What is on screen of each lane, by main's places; windows are read again for these. */
const shown = new Map<Lane, readonly [number, number]>();
const underWay = new Map<string, Promise<void>>();
/** Places beyond what is on screen that are read with it. */
const READ_AHEAD = 24;

const readSummary = (filter: CardFilter) => invoke('board.summary', optionalFilter(filter));
const readPage = (filter: CardFilter, lane: Lane, page: number) =>
  invoke('board.cards', { lane, offset: page * PAGE_SIZE, limit: PAGE_SIZE, ...optionalFilter(filter) });

/** Reads a page, or waits for the reading that is under way; again where it moved meanwhile. */
function loadPage(lane: Lane, page: number): Promise<void> {
  const key = `${lane} ${page}`;
  const known = underWay.get(key);
  if (known !== undefined) return known;
  const reading = readInto(lane, page)
    .finally(() => underWay.delete(key))
    .then(() => (isWanted(lane, page) ? loadPage(lane, page) : undefined));
  underWay.set(key, reading);
  return reading;
}

async function readInto(lane: Lane, page: number): Promise<void> {
  const { filter } = useBoard.getState();
  const answer = await readPage(filter, lane, page);
  // Another filter was chosen meanwhile: this is a page of another list.
  if (useBoard.getState().filter !== filter) return;
  changeModel((model) => withPage(model, lane, page * PAGE_SIZE, answer));
}

/** True when a page is in sight, or nearly, and must be read: never asked for, moved since, or its cards were forgotten. */
function isWanted(lane: Lane, page: number): boolean {
  const [first, last] = shown.get(lane) ?? [0, 0];
  const { lanes, cards } = useBoard.getState().model;
  const from = Math.max(first - READ_AHEAD, page * PAGE_SIZE);
  const places = lanes[lane].ids.slice(from, Math.min(last + READ_AHEAD + 1, (page + 1) * PAGE_SIZE));
  if (places.length === 0) return false;
  return isStalePage(lanes[lane], page) || places.some((id) => id === null || cards[id] === undefined);
}

/** Makes sure the cards from first to last (main's places) are read; called by a lane as it scrolls. */
export function ensureRange(lane: Lane, first: number, last: number): void {
  shown.set(lane, [first, last]);
  for (const page of pagesOf(Math.max(0, first - READ_AHEAD), last + READ_AHEAD)) {
    if (isWanted(lane, page)) loadPage(lane, page).catch(setError);
  }
}

/** Reads which cards stand from first to last (main's places), in sight or not. Throws CallError. */
export async function readPlaces(lane: Lane, first: number, last: number): Promise<void> {
  await Promise.all(pagesOf(first, last).map((page) => loadPage(lane, page)));
}

/** Ids in sight, or close to it, in every lane. */
export function idsInSight(marginPlaces: number): Set<string> {
  const { lanes } = useBoard.getState().model;
  const ids = [...shown].flatMap(([lane, [first, last]]) =>
    lanes[lane].ids.slice(Math.max(0, first - marginPlaces), last + 1 + marginPlaces),
  );
  return new Set(ids.filter((id) => id !== null));
}

function reloadLane(lane: Lane): Promise<unknown> {
  const [first, last] = shown.get(lane) ?? [0, 0];
  return Promise.all(pagesOf(first, last).map((page) => loadPage(lane, page)));
}

/** Reads counts and the first page of each lane for the filter of the route; what is shown stays until all is here. */
export async function loadBoard(): Promise<void> {
  const { filter } = useRoute.getState();
  try {
    const [summary, ...pages] = await Promise.all([
      readSummary(filter),
      ...LANE_ORDER.map(async (lane) => ({ lane, page: await readPage(filter, lane, 0) })),
    ]);
    if (useRoute.getState().filter !== filter) return;
    syncClock(summary.nowMs);
    shown.clear();
    useBoard.setState(({ model }) => {
      let next = withSummary(withoutLanes(model), summary.revision, summary.lanes);
      for (const { lane, page } of pages) next = withPage(next, lane, 0, page);
      return { model: next, filter, isLoaded: true, error: null };
    });
  } catch (thrown) {
    if (useRoute.getState().filter === filter) setError(thrown);
  }
}

export function setError(thrown: unknown): void {
  useBoard.setState({ error: asCallError(thrown) });
}

/** Reads the counts, these cards, and every window that they touch. */
export async function refreshCards(ids: readonly string[]): Promise<void> {
  const { model: before, filter } = useBoard.getState();
  const isMany = ids.length > READ_EACH_UP_TO;
  const read = isMany ? ids.filter((id) => before.cards[id] !== undefined) : ids;
  const [summary, ...chunks] = await Promise.all([readSummary(filter), ...chunked(read).map(readCards)]);
  const isSame = useBoard.getState().filter === filter;
  const cards = chunks.flatMap((chunk) => chunk.cards);
  const lanes = isMany ? LANE_ORDER : touchedLanes(before, summary.lanes, cards);
  changeModel((model) => {
    let next = isSame ? withSummary(model, summary.revision, summary.lanes) : model;
    for (const chunk of chunks) next = withCards(next, chunk.revision, chunk.cards);
    return withTouched(next, lanes, summary.revision);
  });
  syncClock(summary.nowMs);
  await Promise.all(lanes.map(reloadLane));
}

/** Reads cards that no lane has read yet: orders opened from the search, a selection beyond the screen. Throws CallError. */
export async function loadCards(ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => loadedCard(id) === null);
  const chunks = await Promise.all(chunked(missing).map(readCards));
  if (chunks.length === 0) return;
  changeModel((model) => {
    let next = model;
    for (const chunk of chunks) next = withCards(next, chunk.revision, chunk.cards);
    return next;
  });
}

function readCards(ids: string[]) {
  return invoke('board.cardsById', { ids });
}
