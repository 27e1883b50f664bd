import { invoke } from '../../client/client.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { openHelp } from '../../stores/dialogs.ts';
import { openSlips } from '../../stores/paper-dialogs.ts';
import { closeOrder, openOrder, useRoute } from '../../stores/route.ts';
import { showToast } from '../../stores/toast.ts';
import { undoLast } from '../../stores/undo.ts';
import { holdCards, moveCards, printCards } from './act.ts';
import { loadLane } from './board-store.ts';
import { changeSelection, followTo, foldedNow, laneShowing, setFolded, slotsNow, useBoardView } from './board-view.ts';
import type { KeyAction, SimpleAction } from './keymap.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';
import { focusSearch } from './search-store.ts';
import { clear, extendTo, focusOn, selectAll, targetIds, toggle } from './selection-model.ts';
import { VIEWS } from './visible-lane.ts';

/** Most cards that one command takes (contract). */
const MAX_SELECTED = 500;

/** Does what a key asks. */
export function runKey(action: KeyAction): void {
  if (action.kind === 'move') void moveCards(targetsNow(), action.lane);
  else if (action.kind === 'step') step(action.by, action.extends);
  else if (action.kind === 'lane') changeLane(action.by);
  else SIMPLE[action.kind]();
}

/** The print key is going down: main begins to ask the platform while the key waits whether it is a scanned code. */
export function expectPrint(): void {
  const ids = targetsNow();
  if (ids.length > 0) invoke('printing.expect', { ids: ids.slice(0, 500) }).catch(() => undefined);
}

/** What an action works on: the order in the drawer, else the selection, else the card with the keyboard. */
export function targetsNow(): readonly string[] {
  const { openOrderId } = useRoute.getState();
  return openOrderId === null ? targetIds(useBoardView.getState().selection) : [openOrderId];
}

/** The card that the keyboard stands on: the open order, else the focused card. */
function currentId(): string | null {
  return useRoute.getState().openOrderId ?? useBoardView.getState().selection.focusId;
}

const SIMPLE: Readonly<Record<SimpleAction, () => void>> = {
  print: () => void printCards(targetsNow()),
  hold: () => void holdCards(targetsNow()),
  case: () => void moveCards(targetsNow(), 'after-sales'),
  slips: () => openSlips('pick-list', targetsNow()),
  open: () => {
    const id = currentId();
    if (id !== null) openOrder(id);
  },
  escape: () => {
    if (useRoute.getState().openOrderId !== null) closeOrder();
    else changeSelection(clear);
  },
  select: () => {
    const id = currentId();
    if (id !== null) changeSelection((selection) => toggle(selection, id));
  },
  'select-lane': () => void selectLane(),
  search: focusSearch,
  keys: () => openHelp('keys'),
  palette: () => openHelp('palette'),
  undo: () => void undoLast(),
  fold: () => {
    const lane = focusLane();
    setFolded(lane, !foldedNow().has(lane));
  },
  'next-view': () =>
    useBoardView.setState(({ view }) => ({ view: VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? 'all' })),
};

/** The lane with the keyboard; the first one that shows something when there is none. */
function focusLane(): Lane {
  const id = currentId();
  const lane = id === null ? null : laneShowing(id);
  return lane ?? LANE_ORDER.find((candidate) => slotsNow(candidate).length > 0) ?? 'new';
}

async function selectLane(): Promise<void> {
  const lane = focusLane();
  if (useBoardView.getState().view === 'all') await loadLane(lane, MAX_SELECTED);
  const ids = idsOf(lane).slice(0, MAX_SELECTED);
  if (slotsNow(lane).length > ids.length)
    showToast({ text: currentWords()('board:selection.lanePart', { count: ids.length }) });
  changeSelection((selection) => selectAll(selection, ids));
}

function idsOf(lane: Lane): string[] {
  return slotsNow(lane).filter((slot) => typeof slot === 'string');
}

/** The keyboard goes to the card before or after; an open drawer follows. */
function step(by: 1 | -1, isExtending: boolean): void {
  const current = currentId();
  const ids = idsOf(focusLane());
  const from = current === null ? -1 : ids.indexOf(current);
  const next = ids[from < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, from + by))];
  if (next === undefined) return;
  changeSelection((selection) => {
    if (!isExtending) return focusOn(selection, next);
    const anchored = selection.anchorId === null && current !== null ? toggle(selection, current) : selection;
    return extendTo(anchored, next, ids);
  });
  if (useRoute.getState().openOrderId !== null) openOrder(next);
  focusCard(next);
}

/** The keyboard goes to the next lane that shows something, to the card at the same height. A spine unfolds for it. */
function changeLane(by: 1 | -1): void {
  const current = currentId();
  const lane = focusLane();
  const place = current === null ? 0 : Math.max(0, idsOf(lane).indexOf(current));
  for (let at = LANE_ORDER.indexOf(lane) + by; at >= 0 && at < LANE_ORDER.length; at += by) {
    const target = LANE_ORDER[at];
    const ids = target === undefined ? [] : idsOf(target);
    const next = ids[Math.min(place, ids.length - 1)];
    if (target === undefined || next === undefined) continue;
    if (foldedNow().has(target)) setFolded(target, false);
    changeSelection((selection) => focusOn(selection, next));
    if (useRoute.getState().openOrderId !== null) openOrder(next);
    focusCard(next);
    return;
  }
}

/** Gives a card the browser's focus, once the list has scrolled it into being. */
function focusCard(id: string): void {
  followTo(id);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    }),
  );
}

/** Steps through the lane of the open order; `null` position when it is on no loaded lane. */
export function orderPosition(orderId: string): { readonly index: number; readonly count: number } | null {
  const lane = laneShowing(orderId);
  const index = lane === null ? -1 : slotsNow(lane).indexOf(orderId);
  return lane === null || index < 0 ? null : { index, count: slotsNow(lane).length };
}

/** Opens the order before or after the open one. */
export function stepOrder(orderId: string, by: 1 | -1): void {
  const lane = laneShowing(orderId);
  const ids = lane === null ? [] : idsOf(lane);
  const next = ids[ids.indexOf(orderId) + by];
  if (next === undefined) return;
  changeSelection((selection) => focusOn(selection, next));
  openOrder(next);
}
