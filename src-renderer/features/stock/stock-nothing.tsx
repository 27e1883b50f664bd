import type { CallError } from '../../client/call-error.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { StockPart } from '../../stores/stock-view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { adoptAll } from './stock-deeds.ts';
import styles from './stock-page.module.css';
import { reloadStock, useStock } from './stock-store.ts';

/** In place of the list: nothing found, nothing of that part, or no product at all yet. */
export function StockNothing(props: {
  readonly query: string;
  readonly part: Exclude<StockPart, 'unmapped'>;
  readonly onClear: () => void;
}) {
  return (
    <div className={styles['nothing']}>
      <Why {...props} />
    </div>
  );
}

/** In place of the list that could not be read. */
export function StockFailed(props: { readonly error: CallError }) {
  const t = useWords();
  return (
    <div className={styles['nothing']} role="alert">
      <EmptyState icon="alert" tone="late" title={t('stock:failed')} text={errorText(props.error, t)}>
        <Button kind="primary" icon="refresh" onPress={reloadStock}>
          {t('common:action.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}

function Why(props: Parameters<typeof StockNothing>[0]) {
  const t = useWords();
  const unmapped = useStock((stock) => stock.unmapped);
  const { query, part, onClear } = props;
  if (query.trim() !== '') {
    return (
      <EmptyState
        icon="search"
        title={t('stock:empty.search', { query: query.trim() })}
        text={t('stock:empty.searchText')}
      >
        <Button keys={['Esc']} onPress={onClear}>
          {t('stock:empty.clear')}
        </Button>
      </EmptyState>
    );
  }
  if (part !== 'all') return <EmptyState icon="check" tone="ok" title={t(`stock:empty.${part}`)} />;
  return (
    <EmptyState icon="box" title={t('stock:empty.all')} text={t('stock:empty.allText')}>
      {unmapped === null || unmapped === 0 ? null : (
        <Button kind="primary" onPress={() => void adoptAll()}>
          {t('stock:empty.adopt', { count: unmapped })}
        </Button>
      )}
    </EmptyState>
  );
}
