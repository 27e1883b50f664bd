import { isNoFilter, NO_FILTER } from '../../stores/board-filter.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setFilter, useRoute } from '../../stores/route.ts';
import { TagDot } from '../../tags/tag-chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { totalCount } from './board-model.ts';
import { useBoard } from './board-store.ts';
import { openPanel } from './board-view.ts';
import { isSameFilter } from './filter-input.ts';
import styles from './filter-line.module.css';
import { useFilterNames } from './filter-names.ts';
import { filterChips } from './filter-words.ts';
import { BUILT_IN_FILTERS } from './views.ts';
import { useViews } from './views-store.ts';

/** What the board is narrowed to, each condition with the way to take it back, and what came in outside of it. */
export function FilterLine() {
  const t = useWords();
  const filter = useRoute((route) => route.filter);
  const names = useFilterNames();
  const arrived = useArrivedOutside();
  const isPlain = Object.values(BUILT_IN_FILTERS).some((plain) => isSameFilter(plain, filter));
  if (isNoFilter(filter) || (isPlain && arrived === 0)) return null;
  const chips = isPlain ? [] : filterChips(filter, names, t);
  return (
    <section className={styles['line']} aria-label={t('board:filter.active')}>
      {chips.map((chip) => (
        <span key={chip.key} className={styles['chip']}>
          {chip.tag === null ? null : <TagDot colour={chip.tag.colour} />}
          <span className={styles['text']}>{chip.text}</span>
          <button
            type="button"
            aria-label={t('board:filter.remove', { what: chip.text })}
            onClick={() => setFilter(chip.without)}
          >
            <Icon name="cross" size={12} />
          </button>
        </span>
      ))}
      {chips.length === 0 ? null : (
        <>
          <Shown />
          <Button size="small" kind="link" onPress={() => setFilter(NO_FILTER)}>
            {t('board:filter.clear')}
          </Button>
          <SaveButton />
        </>
      )}
      {arrived === 0 ? null : (
        <span className={styles['arrived']} role="status">
          <Icon name="info" size={14} />
          {t('board:filter.arrived', { count: arrived })}
          <Button size="small" kind="link" onPress={() => setFilter(NO_FILTER)}>
            {t('board:filter.showAll')}
          </Button>
        </span>
      )}
    </section>
  );
}

/** "41 of 348 orders". */
function Shown() {
  const t = useWords();
  const count = useBoard((store) => totalCount(store.model.lanes));
  const all = useViews((views) => views.counts?.all.count ?? null);
  if (all === null) return null;
  return (
    <span className={styles['shown']} role="status">
      {t('board:filter.shown', { count, shown: formatCount(count), all: formatCount(all) })}
    </span>
  );
}

/** Offers to keep the filter, unless it is a saved view as it stands. */
function SaveButton() {
  const t = useWords();
  const filter = useRoute((route) => route.filter);
  const isSaved = useViews((views) => (views.saved ?? []).some((view) => isSameFilter(view.filter, filter)));
  if (isSaved) return null;
  return (
    <Button size="small" kind="link" onPress={() => openPanel('save-view')}>
      {t('board:views.save')}
    </Button>
  );
}

/** New orders that came in since the filter was set and that it does not show. */
function useArrivedOutside(): number {
  const filter = useRoute((route) => route.filter);
  return useViews(({ outside }) => (outside === null || outside.filter !== filter ? 0 : outside.now - outside.before));
}
