import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { useEffect, type RefObject } from 'react';
import { loadedCard, useBoard } from './board-store.ts';
import { changeSelection, useBoardView } from './board-view.ts';
import { startDrag } from './drag-store.ts';
import { planAll } from './move-plan.ts';
import { selectOnly } from './selection-model.ts';

/** Makes a card's element draggable. A drag of a selected card carries the whole selection, any other only itself. */
export function useCardDrag(element: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    if (element.current === null) return;
    return draggable({
      element: element.current,
      canDrag: () => useBoard.getState().model.pending[id] === undefined,
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      onDragStart: ({ location, source }) => begin(id, source.element, location.initial.input),
    });
  }, [element, id]);
}

function begin(id: string, element: HTMLElement, at: { readonly clientX: number; readonly clientY: number }): void {
  const lead = loadedCard(id);
  if (lead === null) return;
  const { selection } = useBoardView.getState();
  if (!selection.ids.has(id)) changeSelection(() => selectOnly(id));
  const { pending } = useBoard.getState().model;
  const ids = selection.ids.has(id) ? [...selection.ids].filter((other) => pending[other] === undefined) : [id];
  const box = element.getBoundingClientRect();
  startDrag({
    ids: new Set(ids),
    lead,
    grip: { xPx: at.clientX - box.left, yPx: at.clientY - box.top, widthPx: box.width },
    plans: planAll(ids.flatMap((other) => loadedCard(other) ?? [])),
  });
}
