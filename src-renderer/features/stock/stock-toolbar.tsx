import type { RefObject } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openProduct } from '../../stores/route.ts';
import { useStockView, type StockPart } from '../../stores/stock-view.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './stock-page.module.css';
import { useStock } from './stock-store.ts';

const PARTS: readonly StockPart[] = ['all', 'short', 'low', 'uncounted', 'unmapped'];

/** Parts with their counts, the search, and the way to a new product. */
export function StockToolbar(props: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onAdd: () => void;
}) {
  const t = useWords();
  return (
    <header className={styles['bar']}>
      <h1>{t('stock:title')}</h1>
      <div className={styles['parts']} role="group" aria-label={t('stock:part.label')}>
        {PARTS.map((part) => (
          <PartButton key={part} part={part} />
        ))}
      </div>
      <label className={styles['search']}>
        <Icon name="search" />
        <input
          ref={props.search}
          type="search"
          value={props.query}
          aria-label={t('stock:search')}
          placeholder={t('stock:searchPlaceholder')}
          onChange={(event) => props.onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (props.query === '') event.currentTarget.blur();
            else props.onQuery('');
          }}
        />
        <KeyCap keys={['/']} />
      </label>
      <Button icon="plus" keys={['N']} onPress={props.onAdd}>
        {t('stock:add')}
      </Button>
    </header>
  );
}

function PartButton(props: { readonly part: StockPart }) {
  const t = useWords();
  const { part } = props;
  const isPicked = useStockView((view) => view.part === part);
  const count = useStock((stock) => (part === 'unmapped' ? stock.unmapped : (stock.counts?.[part] ?? null)));
  const isUrgent = (part === 'short' || part === 'unmapped') && (count ?? 0) > 0;
  return (
    <button
      type="button"
      aria-pressed={isPicked}
      data-tone={isUrgent ? (part === 'short' ? 'late' : 'soon') : 'plain'}
      onClick={() => {
        openProduct(null);
        useStockView.setState({ part });
      }}
    >
      <b>{count === null ? '–' : formatCount(count)}</b>
      {t(`stock:part.${part}`)}
    </button>
  );
}
