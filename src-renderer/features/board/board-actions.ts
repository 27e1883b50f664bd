import { invoke } from '../../client/client.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { openHelp } from '../../stores/dialogs.ts';
import { openSlips } from '../../stores/paper-dialogs.ts';
import { closeOrder, goTo, openOrder, useRoute } from '../../stores/route.ts';
import { redoLast, undoLast } from '../../stores/undo.ts';
import { caseCards, holdCards, moveCards, printCards } from './act.ts';
import { changeSelection, foldedNow, openPanel, setFolded, useBoardView } from './board-view.ts';
import { waitForPlace } from './go-keys.ts';
import type { KeyAction, SimpleAction } from './keymap.ts';
import { mergeOrPart } from './merge.ts';
import { focusSearch } from './search-store.ts';
import { selectAllCards } from './select-all.ts';
import { clear, targetIds, toggle } from './selection-model.ts';
import { changeLane, currentId, focusLane, step } from './step-cards.ts';
import { chooseLook, useViews } from './views-store.ts';
import { isSameFilter } from './filter-input.ts';
import { looksOf, type BoardLook } from './views.ts';

/** Most cards that one question takes (contract). */
const MAX_EXPECTED = 500;

/** Does what a key asks. */
export function runKey(action: KeyAction): void {
  if (action.kind === 'move') void moveCards(targetsNow(), action.lane);
  else if (action.kind === 'step') step(action.by, action.extends);
  else if (action.kind === 'lane') changeLane(action.by);
  else if (action.kind === 'view') showLook(looksNow()[action.index]);
  else if (action.kind === 'next-view') nextLook(action.by);
  else SIMPLE[action.kind]();
}

/** The print key is going down: main begins to ask the platform while the key waits whether it is a scanned code. */
export function expectPrint(): void {
  const ids = targetsNow();
  if (ids.length > 0) invoke('printing.expect', { ids: ids.slice(0, MAX_EXPECTED) }).catch(() => undefined);
}

/** What an action works on: the order in the drawer, else the selection, else the card with the keyboard. */
export function targetsNow(): readonly string[] {
  const { openOrderId } = useRoute.getState();
  return openOrderId === null ? targetIds(useBoardView.getState().selection) : [openOrderId];
}

/** The views in the order of the toolbar. */
export function looksNow(): readonly BoardLook[] {
  const { counts, saved } = useViews.getState();
  return looksOf(counts, saved ?? [], currentWords());
}

function showLook(look: BoardLook | undefined): void {
  if (look === undefined) return;
  if (useRoute.getState().place !== 'board') goTo('board');
  chooseLook(look);
}

function nextLook(by: 1 | -1): void {
  const looks = looksNow();
  const { filter } = useRoute.getState();
  const at = looks.findIndex((look) => isSameFilter(look.filter, filter));
  showLook(looks[(at + by + looks.length) % looks.length]);
}

const SIMPLE: Readonly<Record<SimpleAction, () => void>> = {
  print: () => void printCards(targetsNow()),
  hold: () => void holdCards(targetsNow()),
  case: () => void caseCards(targetsNow()),
  slips: () => openSlips('pick-list', targetsNow()),
  tags: () => {
    if (targetsNow().length > 0) openPanel('tags');
  },
  merge: () => {
    if (targetsNow().length > 0) void mergeOrPart(targetsNow());
  },
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
  'select-all': () => void selectAllCards(),
  search: () => {
    if (useRoute.getState().place !== 'board') goTo('board');
    requestAnimationFrame(focusSearch);
  },
  filter: () => openPanel('filter'),
  keys: () => openHelp('keys'),
  palette: () => openHelp('palette'),
  undo: () => void undoLast(),
  redo: () => void redoLast(),
  fold: () => {
    const lane = focusLane();
    setFolded(lane, !foldedNow().has(lane));
  },
  go: waitForPlace,
};
