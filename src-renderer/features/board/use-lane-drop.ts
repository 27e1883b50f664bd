import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, type RefObject } from 'react';
import { unfoldUnderDrag, useDrag } from './drag-store.ts';
import { foldedNow } from './board-view.ts';
import type { Lane } from './lanes.ts';

/** A spine opens after this much hovering with a drag. */
const UNFOLD_AFTER_MS = 400;

/** Makes a lane a drop target. It takes every drag: a refused one is answered with its reason, not ignored. */
export function useLaneDrop(element: RefObject<HTMLElement | null>, lane: Lane): void {
  useEffect(() => {
    if (element.current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => clearTimeout(timer);
    const stop = dropTargetForElements({
      element: element.current,
      getData: () => ({ lane }),
      getDropEffect: () => 'move',
      onDragEnter: () => {
        const isTaking = useDrag.getState().drag?.plans[lane].action != null;
        if (isTaking && foldedNow().has(lane)) timer = setTimeout(() => unfoldUnderDrag(lane), UNFOLD_AFTER_MS);
      },
      onDragLeave: leave,
      onDrop: leave,
    });
    return () => {
      leave();
      stop();
    };
  }, [element, lane]);
}
