import { create } from 'zustand';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke, onEvent } from '../../client/client.ts';
import { syncClock } from '../../stores/now.ts';
import { emptyBoard, touchedLanes, withCards, withPage, withSummary, type BoardModel } from './board-model.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

interface BoardStore {
  readonly model: BoardModel;
  /** The first counts and cards are here. */
  readonly isLoaded: boolean;
  readonly error: CallError | null;
}

export const useBoard = create<BoardStore>(() => ({ model: emptyBoard, isLoaded: false, error: null }));

/** Cards asked for at once. */
const PAGE_SIZE = 60;
/** Most ids that one call takes (contract). */
const MAX_IDS = 500;
/** Events closer together than this are answered by one reading. */
const GATHER_MS = 60;

export function changeModel(change: (model: BoardModel) => BoardModel): void {
  useBoard.setState((store) => ({ model: change(store.model) }));
}

/** The card as last read, or null. */
export function loadedCard(id: string): CardView | null {
  return useBoard.getState().model.cards[id]?.card ?? null;
}

/** What is on screen of each lane, by main's index; windows are read again for these. */
const shown = new Map<Lane, readonly [number, number]>();
const underWay = new Set<string>();

async function loadPage(lane: Lane, page: number): Promise<void> {
  const key = `${lane} ${page}`;
  if (underWay.has(key)) return;
  underWay.add(key);
  try {
    const offset = page * PAGE_SIZE;
    const answer = await invoke('board.cards', { lane, offset, limit: PAGE_SIZE });
    changeModel((model) => withPage(model, lane, offset, answer));
  } finally {
    underWay.delete(key);
  }
}

function pagesOf([first, last]: readonly [number, number]): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1) pages.push(page);
  return pages;
}

/** Makes sure the cards from first to last (main's index) are read; called by a lane as it scrolls. */
export function ensureRange(lane: Lane, first: number, last: number): void {
  shown.set(lane, [first, last]);
  const { ids } = useBoard.getState().model.lanes[lane];
  for (const page of pagesOf([first, last])) {
    const isMissing = ids
      .slice(Math.max(first, page * PAGE_SIZE), Math.min(last + 1, (page + 1) * PAGE_SIZE))
      .includes(null);
    if (isMissing) loadPage(lane, page).catch(setError);
  }
}

/** Reads the whole lane, up to `limit` cards, and answers their ids in order. */
export async function loadLane(lane: Lane, limit: number): Promise<readonly string[]> {
  const count = Math.min(useBoard.getState().model.lanes[lane].count, limit);
  const isMissing = () => useBoard.getState().model.lanes[lane].ids.slice(0, count).includes(null);
  if (count > 0 && isMissing()) await Promise.all(pagesOf([0, count - 1]).map((page) => loadPage(lane, page)));
  return useBoard
    .getState()
    .model.lanes[lane].ids.slice(0, count)
    .filter((id) => id !== null);
}

function reloadLane(lane: Lane): Promise<unknown> {
  return Promise.all(pagesOf(shown.get(lane) ?? [0, 0]).map((page) => loadPage(lane, page)));
}

/** Reads counts and the first page of each lane. */
export async function loadBoard(): Promise<void> {
  try {
    const summary = await invoke('board.summary', {});
    syncClock(summary.nowMs);
    changeModel((model) => withSummary(model, summary.revision, summary.lanes));
    await Promise.all(LANE_ORDER.map(reloadLane));
    useBoard.setState({ isLoaded: true, error: null });
  } catch (thrown) {
    setError(thrown);
  }
}

function setError(thrown: unknown): void {
  useBoard.setState({ error: asCallError(thrown) });
}

/** Reads the counts, these cards, and every window that they touch. */
export async function refreshCards(ids: readonly string[]): Promise<void> {
  const before = useBoard.getState().model;
  const [summary, ...chunks] = await Promise.all([invoke('board.summary', {}), ...chunked(ids).map(readCards)]);
  const cards = chunks.flatMap((chunk) => chunk.cards);
  changeModel((model) => {
    let next = withSummary(model, summary.revision, summary.lanes);
    for (const chunk of chunks) next = withCards(next, chunk.revision, chunk.cards);
    return next;
  });
  syncClock(summary.nowMs);
  await Promise.all(touchedLanes(before, summary.lanes, cards).map(reloadLane));
}

function readCards(ids: string[]) {
  return invoke('board.cardsById', { ids });
}

function chunked(ids: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < ids.length; start += MAX_IDS) chunks.push(ids.slice(start, start + MAX_IDS));
  return chunks;
}

/** Cards on screen or on their way: what a change of printing or pushing can be seen on. */
function watchedIds(): string[] {
  const { lanes, pending } = useBoard.getState().model;
  const onScreen = [...shown].flatMap(([lane, [first, last]]) => lanes[lane].ids.slice(first, last + 1));
  return [...new Set([...onScreen.filter((id) => id !== null), ...Object.keys(pending)])];
}

/** Listens first, then reads the board; keeps it fresh until the returned function is called. */
export function watchBoard(): () => void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    const ids = [...changed];
    changed.clear();
    refreshCards(ids).catch(setError);
  };
  const gather = (ids: readonly string[]) => {
    for (const id of ids) changed.add(id);
    timer ??= setTimeout(refresh, GATHER_MS);
  };
  const stops = [
    onEvent('orders.changed', ({ ids, revision }) => {
      if (revision > useBoard.getState().model.revision) gather(ids);
    }),
    onEvent('printing.changed', () => gather(watchedIds())),
    onEvent('outbox.changed', () => gather(watchedIds())),
  ];
  void loadBoard();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
