import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isNoFilter, NO_FILTER } from '../../stores/board-filter.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useRoute } from '../../stores/route.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './board-toolbar.module.css';
import { openPanel } from './board-view.ts';
import { isSameFilter } from './filter-input.ts';
import { fittingViews } from './fit-views.ts';
import { SaveView } from './save-view.tsx';
import { ViewMenu } from './view-menu.tsx';
import { looksOf, type BoardLook } from './views.ts';
import { chooseLook, useViews } from './views-store.ts';

/** Our views and the seller's with their counts; those without room in a list, and the way to keep another. */
export function ViewBar() {
  const t = useWords();
  const room = useRef<HTMLDivElement>(null);
  const plus = useRef<HTMLButtonElement>(null);
  const filter = useRoute((route) => route.filter);
  const counts = useViews((views) => views.counts);
  const saved = useViews((views) => views.saved);
  const looks = looksOf(counts, saved ?? [], t);
  const onIndex = looks.findIndex((look) => isSameFilter(look.filter, filter));
  const on = looks[onIndex];
  const fitting = useFitting(room, looks, onIndex);
  const rest = looks.flatMap((look, index) => (fitting.has(index) ? [] : [{ look, index }]));
  return (
    <div ref={room} className={styles['room']}>
      <div className={styles['views']} role="group" aria-label={t('board:view.label')}>
        {looks.map((look, index) => (
          <LookButton key={look.key} look={look} index={index} isOn={look === on} isOver={!fitting.has(index)} />
        ))}
      </div>
      {rest.length === 0 ? null : (
        <Menu
          icon="down"
          label={t('board:views.more', { count: rest.length })}
          entries={rest.map(({ look, index }) => ({
            id: look.key,
            text: look.count === null ? look.name : `${look.name}  ${formatCount(look.count)}`,
            ...(index < 9 ? { keys: [`Alt ${index + 1}`] } : {}),
            onPick: () => chooseLook(look),
          }))}
        />
      )}
      {on === undefined || on.savedId === null ? null : <ViewMenu look={on} id={on.savedId} />}
      <IconButton
        ref={plus}
        icon="plus"
        label={t('board:views.save')}
        isDisabled={isNoFilter(filter)}
        onPress={() => openPanel('save-view')}
      />
      <SaveView anchor={plus} />
    </div>
  );
}

function LookButton(props: {
  readonly look: BoardLook;
  readonly index: number;
  readonly isOn: boolean;
  readonly isOver: boolean;
}) {
  const { look, isOn } = props;
  const t = useWords();
  const key = props.index < 9 ? `Alt ${props.index + 1}` : '';
  const isLateMarked = look.overdue > 0 && look.tone !== 'late';
  return (
    <button
      type="button"
      className={styles['view']}
      data-look=""
      data-tone={look.tone}
      data-is-over={props.isOver ? '' : undefined}
      aria-pressed={isOn}
      title={[look.name, isLateMarked ? t('board:overdueLabel', { count: look.overdue }) : '', key]
        .filter((part) => part !== '')
        .join(' · ')}
      onClick={() => chooseLook(isOn ? { filter: NO_FILTER, savedId: null } : look)}
    >
      <span className={styles['name']}>{look.name}</span>
      {look.count === null ? null : <b>{formatCount(look.count)}</b>}
      {isLateMarked && look.savedId !== null ? <i className={styles['late']} aria-hidden="true" /> : null}
    </button>
  );
}

/** Measures the views and the room they have, anew whenever either changes. */
function useFitting(
  room: RefObject<HTMLElement | null>,
  looks: readonly BoardLook[],
  onIndex: number,
): ReadonlySet<number> {
  const [fitting, setFitting] = useState<ReadonlySet<number>>(() => new Set(looks.keys()));
  const key = looks.map((look) => `${look.name} ${look.count ?? ''} ${look.overdue > 0}`).join('|');
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = () => {
      const buttons = [...element.querySelectorAll<HTMLElement>('[data-look]')];
      const extrasPx = onIndex >= 3 ? EXTRAS_PX + 36 : EXTRAS_PX;
      const next = fittingViews(
        buttons.map((button) => button.offsetWidth),
        element.clientWidth - extrasPx,
        onIndex,
      );
      setFitting((last) => (last.size === next.size && [...next].every((index) => last.has(index)) ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [room, key, onIndex]);
  return fitting;
}

/** The plus beside the views (px). */
const EXTRAS_PX = 44;
