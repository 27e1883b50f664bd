/** Which cards are selected, and where the keyboard stands. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a Shift selection begins. */
  readonly anchorId: string | null;
  /** The card with the keyboard. */
  readonly focusId: string | null;
}

export const emptySelection: Selection = { ids: new Set(), anchorId: null, focusId: null };

/** Only this card. */
export function selectOnly(id: string): Selection {
  return { ids: new Set([id]), anchorId: id, focusId: id };
}

/** This card in or out, the others as they are. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchorId: id, focusId: id };
}

/** From the anchor to this card, in the order of the lane; a card of another lane starts anew. */
export function extendTo(selection: Selection, id: string, laneIds: readonly string[]): Selection {
  const from = selection.anchorId === null ? -1 : laneIds.indexOf(selection.anchorId);
  const to = laneIds.indexOf(id);
  if (from < 0 || to < 0) return toggle({ ...selection, ids: withoutId(selection.ids, id) }, id);
  const range = laneIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchorId: selection.anchorId, focusId: id };
}

/** All of these, the keyboard stays. */
export function selectAll(selection: Selection, ids: readonly string[]): Selection {
  return { ids: new Set(ids), anchorId: ids[0] ?? null, focusId: selection.focusId };
}

/** None; the keyboard stays. */
export function clear(selection: Selection): Selection {
  return { ids: new Set(), anchorId: null, focusId: selection.focusId };
}

/** The keyboard moves; the selection stays. */
export function focusOn(selection: Selection, id: string): Selection {
  return { ...selection, focusId: id };
}

/** What an action works on: the selection, else the card with the keyboard. */
export function targetIds(selection: Selection): readonly string[] {
  if (selection.ids.size > 0) return [...selection.ids];
  return selection.focusId === null ? [] : [selection.focusId];
}

function withoutId(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  next.delete(id);
  return next;
}
