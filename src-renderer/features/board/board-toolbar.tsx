import { useRef } from 'react';
import { isNoFilter } from '../../stores/board-filter.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useRoute } from '../../stores/route.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './board-toolbar.module.css';
import { openPanel, useBoardView } from './board-view.ts';
import { FilterPanel } from './filter-panel.tsx';
import { SearchField } from './search-field.tsx';
import { ViewBar } from './view-bar.tsx';

/** Views with their counts, the search, and what narrows the board. */
export function BoardToolbar() {
  const t = useWords();
  return (
    <section className={styles['bar']} aria-label={t('board:toolbar')}>
      <ViewBar />
      <SearchField />
      <FilterButton />
    </section>
  );
}

function FilterButton() {
  const t = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useBoardView((view) => view.panel === 'filter');
  const isOn = useRoute((route) => !isNoFilter(route.filter));
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['filter']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t('board:filter.title')}
        data-is-on={isOn ? '' : undefined}
        onClick={() => openPanel(isOpen ? null : 'filter')}
      >
        <Icon name="filter" />
        <span className={styles['filter-word']}>{t('board:filter.title')}</span>
        <KeyCap keys={['F']} />
      </button>
      <FilterPanel anchor={button} />
    </>
  );
}
