import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../../stores/app-state.ts';
import { BoardCard } from './board-card.tsx';
import { ensureRange, loadedCard, useBoard } from './board-store.ts';
import { useBoardView, useSlots } from './board-view.ts';
import { cardHeight } from './card-height.ts';
import { CardSkeleton } from './card-skeleton.tsx';
import { EmptyLane } from './empty-lane.tsx';
import styles from './lane-cards.module.css';
import { addLaneList } from './lane-lists.ts';
import { isWide, type Lane } from './lanes.ts';
import { mainRange, type LaneSlots, type Slot } from './visible-lane.ts';

type List = Virtualizer<HTMLDivElement, HTMLLIElement>;

/** The cards of a lane, only those in sight drawn. */
export const LaneCards = memo(function LaneCards(props: { readonly lane: Lane; readonly isDropOpen: boolean }) {
  const { lane } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useSlots(lane);
  const { slots } = shown;
  const density = usePreferences()?.density ?? 'comfortable';
  // Its identity tells the list whether places may have moved: a new one each time would measure 10,000 places a frame.
  const getItemKey = useCallback((index: number) => slots[index] ?? index, [slots]);
  const list = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: slots.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const slot = slots[index] ?? null;
      return cardHeight(slot === null ? null : loadedCard(slot), lane, density);
    },
    getItemKey,
    gap: density === 'compact' ? 4 : 8,
    paddingStart: 6,
    paddingEnd: 84,
    overscan: 4,
  });
  useEffect(() => list.measure(), [density, list]);
  const items = list.getVirtualItems();
  useAskFor(lane, shown, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useFollow(slots, list);
  useTopOnNewFilter(scroller);
  useTellOfList(lane, scroller, slots, list);
  const entryId = useEntry(slots);
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      data-lane-scroller=""
      data-is-dimmed={props.isDropOpen ? undefined : ''}
    >
      <ul className={styles['list']} aria-labelledby={`lane-${lane}`} style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={list.measureElement}
            data-index={item.index}
            className={styles['place']}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <PlacedCard slot={slots[item.index]} lane={lane} isEntry={slots[item.index] === entryId} />
          </li>
        ))}
      </ul>
      <EmptyLane lane={lane} isEmpty={slots.length === 0} />
    </div>
  );
});

function PlacedCard(props: { readonly slot: Slot | undefined; readonly lane: Lane; readonly isEntry: boolean }) {
  const { slot, lane } = props;
  if (typeof slot !== 'string') return <CardSkeleton shape={isWide(lane) ? 'wide' : 'slim'} />;
  return <BoardCard id={slot} lane={lane} isEntry={props.isEntry} />;
}

/** Asks main for what is in sight and not read yet. */
function useAskFor(lane: Lane, shown: LaneSlots, first: number, last: number): void {
  useEffect(() => {
    if (shown.slots.length > 0) ensureRange(lane, ...mainRange(shown, first, last));
  }, [lane, shown, first, last]);
}

/** Scrolls to the card that the keyboard went to. */
function useFollow(slots: readonly Slot[], list: List): void {
  const follow = useBoardView((state) => state.follow);
  const latest = useRef({ slots, list });
  useEffect(() => {
    latest.current = { slots, list };
  });
  useEffect(() => {
    const index = follow === null ? -1 : latest.current.slots.indexOf(follow.id);
    if (index >= 0) latest.current.list.scrollToIndex(index, { align: 'auto' });
  }, [follow]);
}

/** Other cards are read from the top. */
function useTopOnNewFilter(scroller: { readonly current: HTMLElement | null }): void {
  const filter = useBoard((store) => store.filter);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [filter, scroller]);
}

/** Lets the marquee ask what lies where, without drawing it. */
function useTellOfList(
  lane: Lane,
  scroller: { readonly current: HTMLElement | null },
  slots: readonly Slot[],
  list: List,
): void {
  const latest = useRef({ slots, list });
  useEffect(() => {
    latest.current = { slots, list };
  });
  useEffect(() => {
    if (scroller.current === null) return;
    return addLaneList(lane, {
      scroller: scroller.current,
      idsBetween: (topPx, bottomPx) => {
        const { measurementsCache } = latest.current.list;
        return measurementsCache
          .filter((place) => place.end > topPx && place.start < bottomPx)
          .flatMap((place) => latest.current.slots[place.index] ?? []);
      },
    });
  }, [lane, scroller]);
}

/** The card that Tab stops at: the one with the keyboard, else the first. */
function useEntry(slots: readonly Slot[]): Slot | undefined {
  const focusId = useBoardView((state) => state.selection.focusId);
  return useMemo(() => (focusId !== null && slots.includes(focusId) ? focusId : slots[0]), [focusId, slots]);
}
