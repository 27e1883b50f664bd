import { openOrder, useRoute } from '../../stores/route.ts';
import { changeSelection, followTo, foldedNow, laneShowing, setFolded, slotsNow, useBoardView } from './board-view.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';
import { extendTo, focusOn, toggle } from './selection-model.ts';

/** The card that the keyboard stands on: the open order, else the focused card. */
export function currentId(): string | null {
  return useRoute.getState().openOrderId ?? useBoardView.getState().selection.focusId;
}

/** The lane with the keyboard; the first one that shows something when there is none. */
export function focusLane(): Lane {
  const id = currentId();
  const lane = id === null ? null : laneShowing(id);
  return lane ?? LANE_ORDER.find((candidate) => slotsNow(candidate).length > 0) ?? 'new';
}

/** Ids of a lane that have been read, in their order. */
export function idsOf(lane: Lane): string[] {
  return slotsNow(lane).filter((slot) => slot !== null);
}

/** The keyboard goes to the card before or after; an open drawer follows. */
export function step(by: 1 | -1, isExtending: boolean): void {
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
export function changeLane(by: 1 | -1): void {
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
  if (lane === null) return null;
  const slots = slotsNow(lane);
  const index = slots.indexOf(orderId);
  return index < 0 ? null : { index, count: slots.length };
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
