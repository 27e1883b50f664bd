import { useEffect, useRef, type ReactNode } from 'react';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './board-page.module.css';
import { loadBoard, useBoard } from './board-store.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { useBoardView } from './board-view.ts';
import { DragLayer } from './drag-layer.tsx';
import { useDrag } from './drag-store.ts';
import { EmptyBoard } from './empty-board.tsx';
import { FilterLine } from './filter-line.tsx';
import { LaneColumn } from './lane-column.tsx';
import { foldedLanes, isWide, LANE_ORDER, type Lane } from './lanes.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TagPanel } from './tag-panel.tsx';
import { useMarquee } from './use-marquee.ts';

/** The board: toolbar, eight lanes, selection bar. `children` (drawer, paper tray) lie over the lanes. */
export function BoardPage(props: { readonly children?: ReactNode }) {
  const t = useWords();
  useWindowWidth();
  useSayDrawn();
  return (
    <main className={styles['page']} aria-label={t('board:name')}>
      <h1 className={styles['title']}>{t('board:name')}</h1>
      <BoardToolbar />
      <FilterLine />
      <BoardFault />
      <Lanes />
      <EmptyBoard />
      <SelectionBar />
      <TagPanel />
      <DragLayer />
      {props.children}
    </main>
  );
}

function Lanes() {
  const board = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const widthPx = useBoardView((state) => state.widthPx);
  const opened = useBoardView((state) => state.opened);
  const closed = useBoardView((state) => state.closed);
  const unfolded = useDrag((store) => store.drag?.unfolded ?? null);
  const isDragging = useDrag((store) => store.drag !== null);
  useMarquee(board, box);
  const folded = foldedLanes(widthPx, opened, closed);
  const column = (lane: Lane) => {
    if (folded.has(lane) && lane !== unfolded) return 'var(--lane-spine)';
    return isWide(lane) ? 'var(--lane-wide)' : 'var(--lane-slim)';
  };
  return (
    <>
      <div
        ref={board}
        className={styles['board']}
        data-is-dragging={isDragging ? '' : undefined}
        style={{ gridTemplateColumns: LANE_ORDER.map(column).join(' ') }}
      >
        {LANE_ORDER.map((lane) => (
          <LaneColumn key={lane} lane={lane} />
        ))}
      </div>
      <div ref={box} className={styles['marquee']} hidden aria-hidden="true" />
    </>
  );
}

/** The whole board could not be read, or could not be read again: what is shown may be old. */
function BoardFault() {
  const t = useWords();
  const error = useBoard((store) => store.error);
  if (error === null) return null;
  return (
    <div className={styles['fault']}>
      <ErrorNote error={error} what={t('board:failed')} onRetry={() => void loadBoard()} />
    </div>
  );
}

function useWindowWidth(): void {
  useEffect(() => {
    const measure = () => useBoardView.setState({ widthPx: window.innerWidth });
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
}

/** Says once that cards can be seen; machines wait for it. */
function useSayDrawn(): void {
  const isLoaded = useBoard((store) => store.isLoaded);
  useEffect(() => {
    if (!isLoaded) return;
    const frame = requestAnimationFrame(() => void invoke('app.boardDrawn', {}).catch(showError));
    return () => cancelAnimationFrame(frame);
  }, [isLoaded]);
}
