import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { usePreferences } from '../../stores/app-state.ts';
import { BoardCard } from './board-card.tsx';
import { ensureRange, loadedCard, useBoard } from './board-store.ts';
import { useBoardView, useSlots } from './board-view.ts';
import { CardSkeleton } from './card-skeleton.tsx';
import styles from './lane-cards.module.css';
import { isWide, type Lane } from './lanes.ts';
import type { Slot } from './visible-lane.ts';
import { isStuck } from './card-words.ts';

/** Guesses of a card's height (px) before it is measured. */
function guessedHeight(slot: Slot | undefined, lane: Lane, isCompact: boolean): number {
  const plain = isWide(lane) ? (isCompact ? 80 : 124) : isCompact ? 72 : 78;
  const card = typeof slot === 'string' ? loadedCard(slot) : null;
  if (card === null) return plain;
  return card.check?.blocking === true || isStuck(card) ? plain + 90 : plain;
}

/** The cards of a lane, only those in sight drawn. */
export function LaneCards(props: { readonly lane: Lane; readonly isDropOpen: boolean }) {
  const { lane } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const slots = useSlots(lane);
  const isCompact = usePreferences()?.density === 'compact';
  const list = useVirtualizer({
    count: slots.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessedHeight(slots[index], lane, isCompact),
    getItemKey: (index) => slots[index] ?? index,
    gap: isCompact ? 4 : 8,
    paddingStart: 6,
    paddingEnd: 84,
    overscan: 4,
  });
  useEffect(() => list.measure(), [isCompact, list]);
  const items = list.getVirtualItems();
  useAskFor(lane, slots, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useFollow(slots, (index) => list.scrollToIndex(index, { align: 'auto' }));
  const entryId = useEntry(slots);
  return (
    <div ref={scroller} className={styles['scroller']} data-is-dimmed={props.isDropOpen ? undefined : ''}>
      <ul className={styles['list']} aria-labelledby={`lane-${lane}`} style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={list.measureElement}
            data-index={item.index}
            className={styles['place']}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <PlacedCard slot={slots[item.index]} lane={lane} entryId={entryId} />
          </li>
        ))}
      </ul>
      <EmptyLane lane={lane} isEmpty={slots.length === 0} />
    </div>
  );
}

function PlacedCard(props: {
  readonly slot: Slot | undefined;
  readonly lane: Lane;
  readonly entryId: Slot | undefined;
}) {
  const { slot, lane } = props;
  if (typeof slot !== 'string') return <CardSkeleton shape={isWide(lane) ? 'wide' : 'slim'} />;
  return <BoardCard id={slot} lane={lane} isEntry={slot === props.entryId} />;
}

/** Asks main for what is in sight and not read yet. */
function useAskFor(lane: Lane, slots: readonly Slot[], first: number, last: number): void {
  useEffect(() => {
    const { ids } = useBoard.getState().model.lanes[lane];
    const indexes = slots.slice(first, last + 1).map((slot) => (typeof slot === 'number' ? slot : ids.indexOf(slot)));
    const known = indexes.filter((index) => index >= 0);
    if (known.length > 0) ensureRange(lane, Math.min(...known), Math.max(...known));
  }, [lane, slots, first, last]);
}

/** Scrolls to the card that the keyboard went to. */
function useFollow(slots: readonly Slot[], scrollTo: (index: number) => void): void {
  const follow = useBoardView((state) => state.follow);
  const latest = useRef({ slots, scrollTo });
  useEffect(() => {
    latest.current = { slots, scrollTo };
  });
  useEffect(() => {
    const index = follow === null ? -1 : latest.current.slots.indexOf(follow.id);
    if (index >= 0) latest.current.scrollTo(index);
  }, [follow]);
}

/** The card that Tab stops at: the one with the keyboard, else the first. */
function useEntry(slots: readonly Slot[]): Slot | undefined {
  const focusId = useBoardView((state) => state.selection.focusId);
  return focusId !== null && slots.includes(focusId) ? focusId : slots[0];
}

function EmptyLane(props: { readonly lane: Lane; readonly isEmpty: boolean }) {
  const t = useWords();
  const isLoaded = useBoard((store) => store.isLoaded);
  const view = useBoardView((state) => state.view);
  if (!props.isEmpty || !isLoaded) return null;
  return <p className={styles['empty']}>{view === 'all' ? t(`board:empty.${props.lane}`) : t('board:emptyView')}</p>;
}
