import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { openProduct, useRoute } from '../../stores/route.ts';
import { useStockView } from '../../stores/stock-view.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { NewProduct } from './new-product.tsx';
import { ProductPanel } from './product-panel.tsx';
import { StockFailed, StockNothing } from './stock-nothing.tsx';
import styles from './stock-page.module.css';
import { askStock, reloadStock, useStock, watchStock } from './stock-store.ts';
import { StockTable, type TableHandle } from './stock-table.tsx';
import { StockToolbar } from './stock-toolbar.tsx';
import { UnmappedList } from './unmapped-list.tsx';
import { useStockKeys } from './use-stock-keys.ts';

/** Typing settles for so long before the list is asked. */
const SETTLE_MS = 120;

/** Products at the left, the chosen one at the right. */
export function StockPage() {
  useEffect(watchStock, []);
  const t = useWords();
  const part = useStockView((view) => view.part);
  const openSku = useRoute((route) => route.openSku);
  const [query, setQuery] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  // A product that opens ends the adding, however it was opened.
  if (isAdding && openSku !== null) setIsAdding(false);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<TableHandle>(null);
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus(), []);
  useAsk(query, part === 'unmapped' ? 'all' : part);
  const error = useStock((stock) => stock.error);
  const total = useStock((stock) => stock.total);
  const add = () => {
    openProduct(null);
    setIsAdding(true);
  };
  const leave = () => {
    setIsAdding(false);
    openProduct(null);
  };
  useStockKeys({
    openSku,
    hasList: part !== 'unmapped',
    focusPage: () => page.current?.focus(),
    enter: () => {
      const first = page.current?.querySelector<HTMLInputElement>('aside form input');
      first?.focus();
      first?.select();
    },
    focusSearch: () => search.current?.focus(),
    add,
    leave,
    follow: (index) => table.current?.follow(index),
  });
  const hasPanel = isAdding || openSku !== null;
  return (
    <main ref={page} className={styles['page']} tabIndex={-1} data-has-panel={hasPanel ? '' : undefined}>
      <StockToolbar query={query} onQuery={setQuery} search={search} onAdd={add} />
      {error === null || total === null ? null : (
        <div className={styles['note']}>
          <ErrorNote error={error} what={t('stock:failed')} onRetry={reloadStock} />
        </div>
      )}
      <div className={styles['two']}>
        {part === 'unmapped' ? (
          <UnmappedList />
        ) : error !== null && total === null ? (
          <StockFailed error={error} />
        ) : total === 0 ? (
          <StockNothing query={query} part={part} onClear={() => setQuery('')} />
        ) : (
          <StockTable ref={table} openSku={openSku} />
        )}
        {openSku !== null ? (
          <ProductPanel key={openSku} sku={openSku} onClose={leave} />
        ) : isAdding ? (
          <NewProduct onClose={leave} />
        ) : null}
      </div>
    </main>
  );
}

function useAsk(query: string, filter: Parameters<typeof askStock>[0]['filter']): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => askStock({ query, filter }), isFirst.current ? 0 : SETTLE_MS);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [query, filter]);
}
