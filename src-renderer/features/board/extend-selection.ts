import { showError } from '../../stores/toast.ts';
import { readPlaces } from './board-store.ts';
import { changeSelection, laneNow, slotsNow, useBoardView } from './board-view.ts';
import type { Lane } from './lanes.ts';
import { extendTo } from './selection-model.ts';
import { mainRange } from './visible-lane.ts';

/** Selects from the anchor to this card. Places between them that were never looked at are read first: none is left out. */
export async function extendSelection(id: string, lane: Lane): Promise<void> {
  const shown = laneNow(lane);
  const { anchorId } = useBoardView.getState().selection;
  const ends = [shown.slots.indexOf(anchorId), shown.slots.indexOf(id)].toSorted((left, right) => left - right);
  const [first = -1, last = -1] = ends;
  if (anchorId !== null && first >= 0 && shown.slots.slice(first, last).includes(null)) {
    await readPlaces(lane, ...mainRange(shown, first, last)).catch(showError);
  }
  changeSelection((selection) =>
    extendTo(
      selection,
      id,
      slotsNow(lane).filter((slot) => slot !== null),
    ),
  );
}
