import { useMemo } from 'react';
import { create } from 'zustand';
import { visibleSlots, type LaneSlots } from './visible-lane.ts';
import { useBoard } from './board-store.ts';
import { foldedLanes, type Lane } from './lanes.ts';
import { emptySelection, type Selection } from './selection-model.ts';

/** How the board is looked at; nothing of it is kept by main. */
interface BoardView {
  readonly selection: Selection;
  /** Lanes that the seller unfolded or folded against the window's width. */
  readonly opened: ReadonlySet<Lane>;
  readonly closed: ReadonlySet<Lane>;
  /** Why the last try on a lane was refused; `turn` grows so that the line shakes again. */
  readonly refused: { readonly lane: Lane; readonly refusal: string; readonly turn: number } | null;
  readonly widthPx: number;
  /** The card that the keyboard went to and its lane must scroll to; `turn` grows. A press never scrolls under the mouse. */
  readonly follow: { readonly id: string; readonly turn: number } | null;
  /** A small panel of the toolbar or of the selection that is open. */
  readonly panel: 'filter' | 'tags' | 'save-view' | null;
}

export const useBoardView = create<BoardView>(() => ({
  selection: emptySelection,
  opened: new Set(),
  closed: new Set(),
  refused: null,
  widthPx: window.innerWidth,
  follow: null,
  panel: null,
}));

export function changeSelection(change: (selection: Selection) => Selection): void {
  useBoardView.setState((state) => ({ selection: change(state.selection) }));
}

/** Opens a small panel, or closes the one that is open. */
export function openPanel(panel: BoardView['panel']): void {
  useBoardView.setState({ panel });
}

/** Scrolls the card's lane to it. */
export function followTo(id: string): void {
  useBoardView.setState((state) => ({ follow: { id, turn: (state.follow?.turn ?? 0) + 1 } }));
}

/** The lanes that are folded now. */
export function foldedNow(): ReadonlySet<Lane> {
  const { widthPx, opened, closed } = useBoardView.getState();
  return foldedLanes(widthPx, opened, closed);
}

/** True while a lane is a spine. */
export function useIsFolded(lane: Lane): boolean {
  return useBoardView((state) => foldedLanes(state.widthPx, state.opened, state.closed).has(lane));
}

/** Folds or unfolds a lane against what the width says. */
export function setFolded(lane: Lane, isFolded: boolean): void {
  useBoardView.setState((state) => ({
    opened: isFolded ? without(state.opened, lane) : new Set([...state.opened, lane]),
    closed: isFolded ? new Set([...state.closed, lane]) : without(state.closed, lane),
  }));
}

function without(lanes: ReadonlySet<Lane>, lane: Lane): ReadonlySet<Lane> {
  return new Set([...lanes].filter((other) => other !== lane));
}

/** What a lane shows now. */
export function slotsNow(lane: Lane): LaneSlots['slots'] {
  return laneNow(lane).slots;
}

/** The same, with what is on its way. */
export function laneNow(lane: Lane): LaneSlots {
  const { model } = useBoard.getState();
  return visibleSlots(model.lanes[lane], lane, model.pending);
}

/** What a lane shows, in a component. */
export function useSlots(lane: Lane): LaneSlots {
  const window = useBoard((store) => store.model.lanes[lane]);
  const pending = useBoard((store) => store.model.pending);
  return useMemo(() => visibleSlots(window, lane, pending), [window, lane, pending]);
}

/** The lane in which a card is shown, or null. */
export function laneShowing(id: string): Lane | null {
  const { model } = useBoard.getState();
  return model.pending[id]?.lane ?? model.cards[id]?.card.lane ?? null;
}
