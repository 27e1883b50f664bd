import { create } from 'zustand';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { Lane } from './lanes.ts';
import type { MovePlan } from './move-plan.ts';

/** A drag under way: what is carried, what each lane would do with it, and where it is. */
export interface Drag {
  readonly ids: ReadonlySet<string>;
  /** The card under the pointer; the stack shows it on top. */
  readonly lead: CardView;
  /** Where the lead was taken, from its top left corner (px), and how wide it is. */
  readonly grip: { readonly xPx: number; readonly yPx: number; readonly widthPx: number };
  readonly plans: Readonly<Record<Lane, MovePlan>>;
  readonly over: Lane | null;
  /** A spine that was hovered long enough. */
  readonly unfolded: Lane | null;
}

export const useDrag = create<{ readonly drag: Drag | null }>(() => ({ drag: null }));

export function startDrag(drag: Omit<Drag, 'over' | 'unfolded'>): void {
  useDrag.setState({ drag: { ...drag, over: null, unfolded: null } });
}

/** The pointer is over a lane, or over none; a spine that it left folds back. */
export function dragOver(over: Lane | null): void {
  const { drag } = useDrag.getState();
  // Most moves of the pointer change nothing: nobody must hear of them.
  if (drag === null || drag.over === over) return;
  useDrag.setState({ drag: { ...drag, over, unfolded: drag.unfolded === over ? over : null } });
}

export function unfoldUnderDrag(lane: Lane): void {
  useDrag.setState(({ drag }) => ({ drag: drag === null ? null : { ...drag, unfolded: lane } }));
}

export function endDrag(): void {
  useDrag.setState({ drag: null });
}
