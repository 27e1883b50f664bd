import type { KeyboardEvent } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { CardFace } from './card-face.tsx';
import styles from './search-field.module.css';
import { clearSearch, searchFor, showSearchOnBoard, stepResult, useSearch, wantedResult } from './search-store.ts';

/** The search field with its list of results under it. Searches everything, orders that left the board as well. */
export function SearchField() {
  const t = useWords();
  const { query, found, error, index } = useSearch();
  const isOpen = query.trim() !== '';
  return (
    <div className={styles['search']} role="search">
      <label className={styles['field']}>
        <Icon name="search" />
        <input
          data-search-field=""
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? 'search-results' : undefined}
          aria-activedescendant={isOpen && found !== null && found.length > 0 ? `found-${index}` : undefined}
          aria-label={t('board:search.label')}
          placeholder={t('board:search.placeholder')}
          value={query}
          spellCheck={false}
          onChange={(event) => searchFor(event.target.value)}
          onKeyDown={onKey}
        />
        {query === '' ? (
          <KeyCap keys={['/']} />
        ) : (
          <IconButton icon="cross" label={t('board:search.clear')} onPress={clearSearch} />
        )}
      </label>
      {isOpen ? (
        <div className={styles['panel']}>
          {error === null ? null : <ErrorNote error={error} onRetry={() => searchFor(query)} />}
          <Results found={found} index={index} query={query} />
        </div>
      ) : null}
    </div>
  );
}

function Results(props: {
  readonly found: readonly CardView[] | null;
  readonly index: number;
  readonly query: string;
}) {
  const t = useWords();
  const { found, index } = props;
  return (
    <>
      <Total found={found} query={props.query} />
      <div
        id="search-results"
        role="listbox"
        tabIndex={0}
        aria-label={t('board:search.label')}
        className={styles['list']}
      >
        {(found ?? []).map((card, place) => (
          <div
            key={card.orderId}
            id={`found-${place}`}
            role="option"
            aria-selected={place === index}
            className={styles['result']}
            ref={(element) => {
              if (place === index) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => pick(card)}
          >
            <p className={styles['where']}>
              {card.lane === null ? t('board:search.closed') : t(`board:lane.${card.lane}`)}
            </p>
            <CardFace card={card} shape="wide" isNumberWhole />
          </div>
        ))}
      </div>
    </>
  );
}

function Total(props: { readonly found: readonly CardView[] | null; readonly query: string }) {
  const { found } = props;
  const t = useWords();
  if (found !== null && found.length === 0) {
    return (
      <div className={styles['none']} role="status">
        <b>{t('board:search.none', { query: props.query.trim() })}</b>
        <p>{t('board:search.noneHint')}</p>
      </div>
    );
  }
  return (
    <div className={styles['total']}>
      <span role="status">
        {found === null ? t('common:state.loading') : t('board:search.results', { count: found.length })}
      </span>
      {found === null ? null : (
        <Button size="small" kind="link" keys={['Shift', 'Enter']} onPress={showSearchOnBoard}>
          {t('board:search.onBoard')}
        </Button>
      )}
    </div>
  );
}

function pick(card: CardView): void {
  clearSearch();
  openOrder(card.orderId);
}

function onKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  const field = event.currentTarget;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    stepResult(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter' && event.shiftKey) {
    showSearchOnBoard();
    field.blur();
  } else if (event.key === 'Enter') void openWanted(field);
  else if (event.key === 'Escape') {
    event.stopPropagation();
    if (useSearch.getState().query === '') field.blur();
    else clearSearch();
  }
}

/** A scanner presses Enter before any answer can be here: the order opens as soon as it is. */
async function openWanted(field: HTMLInputElement): Promise<void> {
  const card = await wantedResult();
  if (card === null) return;
  field.blur();
  pick(card);
}
