import { onEvent } from '../../client/client.ts';
import { useRoute } from '../../stores/route.ts';
import { withOnlyCards } from './board-model.ts';
import { changeModel, idsInSight, loadBoard, refreshCards, setError, useBoard } from './board-store.ts';
import { changeSelection, useBoardView } from './board-view.ts';
import { clear } from './selection-model.ts';
import { watchViews } from './views-store.ts';

/** Events closer together than this are answered by one reading. */
const GATHER_MS = 60;
/** "Late" comes with time alone. */
const COUNT_EVERY_MS = 60_000;
/** How often cards that nobody looks at are forgotten, from how many on, and how far from the screen. */
const FORGET_EVERY_MS = 10_000;
const FORGET_FROM = 1_500;
const KEPT_PLACES = 180;
/** A selection up to this size stays in memory with its facts. */
const KEPT_SELECTED = 2_000;

/** Listens first, then reads the board and its views; keeps them fresh until the returned function is called. */
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
  const timers = [setInterval(forgetCards, FORGET_EVERY_MS), setInterval(() => gather([]), COUNT_EVERY_MS)];
  const stops = [
    onEvent('orders.changed', ({ ids, revision }) => {
      if (revision > useBoard.getState().model.revision) gather(ids);
    }),
    onEvent('printing.changed', () => gather(watchedIds())),
    onEvent('outbox.changed', () => gather(watchedIds())),
    useRoute.subscribe((route, last) => {
      if (route.filter === last.filter) return;
      // What was selected may be out of sight now: nothing is done to orders that are not seen.
      changeSelection(clear);
      void loadBoard();
    }),
    watchViews(),
  ];
  void loadBoard();
  return () => {
    clearTimeout(timer);
    for (const each of timers) clearInterval(each);
    for (const stop of stops) stop();
  };
}

/** Cards on screen or on their way: what a change of printing or pushing can be seen on. */
function watchedIds(): string[] {
  return [...idsInSight(0), ...Object.keys(useBoard.getState().model.pending)];
}

function forgetCards(): void {
  if (Object.keys(useBoard.getState().model.cards).length < FORGET_FROM) return;
  const kept = idsInSight(KEPT_PLACES);
  const selected = useBoardView.getState().selection.ids;
  if (selected.size <= KEPT_SELECTED) for (const id of selected) kept.add(id);
  const { openOrderId } = useRoute.getState();
  if (openOrderId !== null) kept.add(openOrderId);
  changeModel((model) => withOnlyCards(model, kept));
}
