import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { usePreferences } from '../../stores/app-state.ts';
import { StockRow, StockRowSkeleton } from './stock-row.tsx';
import { ensureRows, useStock } from './stock-store.ts';
import styles from './stock-table.module.css';

/** What the page may ask of the table. */
export interface TableHandle {
  /** Brings a row into sight. */
  readonly follow: (index: number) => void;
}

const COLUMNS = ['product', 'bin', 'quantity', 'reserved', 'free', 'short'] as const;

/** The products, only those in sight drawn. */
export function StockTable(props: { readonly openSku: string | null; readonly ref: Ref<TableHandle> }) {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useStock((stock) => stock.rows);
  const total = useStock((stock) => stock.total);
  const isCompact = usePreferences()?.density === 'compact';
  const list = useVirtualizer({
    count: total ?? 12,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isCompact ? 36 : 56),
    overscan: 6,
    paddingEnd: 72,
  });
  useEffect(() => list.measure(), [isCompact, list]);
  useImperativeHandle(props.ref, () => ({ follow: (index) => list.scrollToIndex(index, { align: 'auto' }) }), [list]);
  const items = list.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => ensureRows(first, last), [first, last, total, rows]);
  return (
    <div className={styles['table']} role="table" aria-label={t('stock:table')} aria-rowcount={(total ?? 0) + 1}>
      <div role="rowgroup">
        <div className={styles['head']} role="row" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" data-column={column}>
              {t(`stock:column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} className={styles['scroller']} role="rowgroup" tabIndex={-1}>
        <div style={{ height: list.getTotalSize() }} role="presentation">
          {items.map((item) => {
            const row = rows.get(item.index);
            const place = { transform: `translateY(${item.start}px)`, height: item.size };
            return row === undefined ? (
              <StockRowSkeleton key={item.key} place={place} />
            ) : (
              <StockRow
                key={item.key}
                row={row}
                index={item.index}
                place={place}
                isOpen={row.product.sku === props.openSku}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
