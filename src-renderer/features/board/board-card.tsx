import { memo, useRef, type MouseEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useLabelFileDrop, type LabelFileDrop } from '../../labels/label-file-drop.ts';
import { openOrder } from '../../stores/route.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './board-card.module.css';
import { useBoard } from './board-store.ts';
import { changeSelection, useBoardView } from './board-view.ts';
import { CardFace } from './card-face.tsx';
import { CardSkeleton } from './card-skeleton.tsx';
import { cardLabel } from './card-words.ts';
import { extendSelection } from './extend-selection.ts';
import { fixOf } from './fix-actions.ts';
import { FixStrip } from './fix-strip.tsx';
import { isWide, type Lane } from './lanes.ts';
import { selectOnly, toggle } from './selection-model.ts';
import { useCardDrag } from './use-card-drag.ts';

/** One card in a lane: paper, state and strip. `isEntry`: the lane's stop for the Tab key. */
export const BoardCard = memo(function BoardCard(props: {
  readonly id: string;
  readonly lane: Lane;
  readonly isEntry: boolean;
}) {
  const { id, lane } = props;
  const element = useRef<HTMLDivElement>(null);
  const card = useBoard((store) => store.model.cards[id]?.card);
  const isPending = useBoard((store) => store.model.pending[id] !== undefined);
  const isSelected = useBoardView((state) => state.selection.ids.has(id));
  const t = useWords();
  useCardDrag(element, id);
  const file = useLabelFileDrop(id);
  if (card === undefined) return <CardSkeleton shape={isWide(lane) ? 'wide' : 'slim'} />;
  const fix = isPending ? null : fixOf(card, t);
  return (
    <div
      ref={element}
      className={styles['card']}
      role="group"
      aria-label={cardLabel(card, isSelected, t)}
      tabIndex={props.isEntry ? 0 : -1}
      data-card-id={id}
      data-shape={isWide(lane) ? 'wide' : 'slim'}
      data-is-selected={isSelected ? '' : undefined}
      data-is-pending={isPending ? '' : undefined}
      data-is-file-over={file.isOver ? '' : undefined}
      {...file.dropProps}
      onClick={(event) => pressed(event, id, lane)}
      onDoubleClick={(event) => {
        if (!isInStrip(event)) openOrder(id);
      }}
      onFocus={() =>
        changeSelection((selection) => (selection.focusId === id ? selection : { ...selection, focusId: id }))
      }
    >
      <span className={styles['tick']} aria-hidden="true">
        <Icon name="check" size={12} />
      </span>
      <CardFace card={card} shape={isWide(lane) ? 'wide' : 'slim'} />
      {fix === null ? null : <FixStrip fix={fix} />}
      <FileCover file={file} />
    </div>
  );
});

/** Over the card while a label file hangs over it or is read. */
function FileCover(props: { readonly file: LabelFileDrop }) {
  const t = useWords();
  const { isOver, isReading } = props.file;
  if (!isOver && !isReading) return null;
  return (
    <p className={styles['file']}>
      <Icon name="upload" />
      {isOver ? t('order:label.dropHere') : t('order:label.reading')}
    </p>
  );
}

function isInStrip(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-no-select]') !== null;
}

function pressed(event: MouseEvent, id: string, lane: Lane): void {
  if (isInStrip(event)) return;
  if (event.shiftKey) {
    void extendSelection(id, lane);
    return;
  }
  changeSelection((selection) => {
    if (event.ctrlKey || event.metaKey) return toggle(selection, id);
    const isOnly = selection.ids.size === 1 && selection.ids.has(id);
    return isOnly && event.detail === 1 ? toggle(selection, id) : selectOnly(id);
  });
}
