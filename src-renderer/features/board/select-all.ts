import { invoke } from '../../client/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { announce } from '../../stores/announce.ts';
import { showError, showToast } from '../../stores/toast.ts';
import type { CardFilter } from '../../stores/board-filter.ts';
import { loadCards, useBoard } from './board-store.ts';
import { changeSelection, useBoardView } from './board-view.ts';
import type { Lane } from './lanes.ts';
import { selectAll } from './selection-model.ts';
import { focusLane } from './step-cards.ts';

/** Most ids that one question answers (contract). */
const MAX_SELECTED = 20_000;
/** A selection up to this size is read, so that its pieces and clocks can be told. */
const READ_UP_TO = 2_000;

/** What the last "select all" took, to know that it is pressed twice. */
let last: { readonly lane: Lane; readonly ids: ReadonlySet<string> } | null = null;

/** All cards that the filter means in the lane with the keyboard; pressed again, in all lanes. */
export async function selectAllCards(): Promise<void> {
  const lane = focusLane();
  const isAgain = last !== null && last.lane === lane && last.ids === useBoardView.getState().selection.ids;
  const { filter } = useBoard.getState();
  const wanted = isAgain ? filter : inLane(filter, lane);
  try {
    const ids = wanted === null ? [] : await selectMatching(wanted);
    last = isAgain ? null : { lane, ids: useBoardView.getState().selection.ids };
    if (ids.length <= READ_UP_TO) await loadCards(ids);
  } catch (thrown) {
    showError(thrown);
  }
}

/** The filter within one lane; null where it is one of lanes that leaves this one out. */
function inLane(filter: CardFilter, lane: Lane): CardFilter | null {
  if (filter.lanes.length > 0 && !filter.lanes.includes(lane)) return null;
  return { ...filter, lanes: [lane] };
}

async function selectMatching(filter: CardFilter): Promise<readonly string[]> {
  const t = currentWords();
  const { ids, total } = await invoke('board.ids', { filter, limit: MAX_SELECTED });
  changeSelection((selection) => selectAll(selection, ids));
  if (total > ids.length) showToast({ text: t('board:selection.lanePart', { count: ids.length }) });
  announce(t('board:selection.spoken', { count: ids.length, number: formatCount(ids.length) }));
  return ids;
}
