import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { BaseEventPayload, ElementDragType } from '@atlaskit/pragmatic-drag-and-drop/types';
import { useEffect, useRef } from 'react';
import { codeText } from '../../i18n/code-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { moveCards } from './act.ts';
import { CardFace } from './card-face.tsx';
import styles from './drag-layer.module.css';
import { dragOver, endDrag, useDrag, type Drag } from './drag-store.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';
import { isHome } from './move-plan.ts';

/** The stack under the pointer, drawn by us: the system's preview could not change its colour or say why not. */
export function DragLayer() {
  const layer = useRef<HTMLDivElement>(null);
  const drag = useDrag((store) => store.drag);
  useEffect(() => {
    const follow = ({ location }: BaseEventPayload<ElementDragType>) => {
      place(layer.current, location.current.input);
      dragOver(laneUnder(location.current.dropTargets));
    };
    return monitorForElements({
      onDragStart: ({ location }) => place(layer.current, location.initial.input),
      onDrag: follow,
      onDropTargetChange: follow,
      onDrop: ({ location }) => {
        const ids = [...(useDrag.getState().drag?.ids ?? [])];
        endDrag();
        const lane = laneUnder(location.current.dropTargets);
        if (lane !== null) void moveCards(ids, lane);
      },
    });
  }, []);
  return (
    <div ref={layer} className={styles['layer']} aria-hidden="true">
      {drag === null ? null : <Stack drag={drag} />}
    </div>
  );
}

function Stack(props: { readonly drag: Drag }) {
  const { drag } = props;
  const plan = drag.over === null ? null : drag.plans[drag.over];
  const refusal = plan !== null && plan.action === null && !isHome(plan) ? plan.refusal : null;
  return (
    <div
      className={styles['stack']}
      data-sheets={Math.min(3, drag.ids.size)}
      data-is-refused={refusal === null ? undefined : ''}
      style={{ width: drag.grip.widthPx, left: -drag.grip.xPx, top: -drag.grip.yPx }}
    >
      <div className={styles['sheet']}>
        <CardFace card={drag.lead} />
      </div>
      {drag.ids.size > 1 || refusal !== null ? <span className={styles['count']}>{drag.ids.size}</span> : null}
      {refusal === null ? null : (
        <p className={styles['caption']}>
          <Icon name="no" />
          {codeText('refusal', refusal)}
        </p>
      )}
    </div>
  );
}

function place(layer: HTMLElement | null, at: { readonly clientX: number; readonly clientY: number }): void {
  if (layer !== null) layer.style.transform = `translate(${at.clientX}px, ${at.clientY}px)`;
}

function laneUnder(targets: readonly { readonly data: Record<string | symbol, unknown> }[]): Lane | null {
  const lane = targets[0]?.data['lane'];
  return LANE_ORDER.find((candidate) => candidate === lane) ?? null;
}
