import { useRef, type PointerEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import styles from './cut-dialog.module.css';
import { boxAfterKey, dragged, type CutBox, type Edges } from './cut-model.ts';

const HANDLES: readonly Edges[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: -1, y: 1 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
];

interface Drag {
  readonly edges: Edges;
  readonly box: CutBox;
  readonly x: number;
  readonly y: number;
}

/** The frame over the page: dragged whole or by its edges and corners, or with the arrow keys. */
export function CutBoxFrame(props: { readonly box: CutBox; readonly onChange: (box: CutBox) => void }) {
  const t = useWords();
  const { box, onChange } = props;
  const drag = useRef<Drag | null>(null);
  const begin = (edges: Edges) => (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { edges, box, x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const page = event.currentTarget.closest('[data-page]')?.getBoundingClientRect();
    if (drag.current === null || page === undefined) return;
    const { edges, box: start, x, y } = drag.current;
    onChange(dragged(start, edges, (event.clientX - x) / page.width, (event.clientY - y) / page.height));
  };
  const end = () => {
    drag.current = null;
  };
  const pointer = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };
  return (
    <div
      className={styles['box']}
      role="group"
      aria-label={t('slips:cut.box')}
      tabIndex={0}
      style={{
        left: percent(box.left),
        top: percent(box.top),
        width: percent(box.width),
        height: percent(box.height),
      }}
      onPointerDown={begin({ x: 0, y: 0 })}
      {...pointer}
      onKeyDown={(event) => {
        const next = boxAfterKey(box, event.key, event.shiftKey);
        if (next === null) return;
        event.preventDefault();
        onChange(next);
      }}
    >
      {HANDLES.map((edges) => (
        <i
          key={`${edges.x}${edges.y}`}
          className={styles['handle']}
          data-x={edges.x}
          data-y={edges.y}
          onPointerDown={begin(edges)}
          {...pointer}
        />
      ))}
    </div>
  );
}

const percent = (share: number): string => `${share * 100}%`;
