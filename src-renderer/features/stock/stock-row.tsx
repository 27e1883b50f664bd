import type { CSSProperties } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { NO_FILTER } from '../../stores/board-filter.ts';
import { openProduct, showCards } from '../../stores/route.ts';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { StockRow as Row } from './stock-store.ts';
import styles from './stock-table.module.css';

/** Where a row lies in the windowed list. */
type Place = Pick<CSSProperties, 'transform' | 'height'>;

/** One product: pressed anywhere it opens, but for the orders that wait for it. */
export function StockRow(props: {
  readonly row: Row;
  readonly index: number;
  readonly place: Place;
  readonly isOpen: boolean;
}) {
  const t = useWords();
  const { row, index, isOpen } = props;
  const { product, picture, reserved, free, platforms } = row;
  return (
    <div
      className={styles['row']}
      role="row"
      style={props.place}
      aria-rowindex={index + 2}
      data-is-open={isOpen || undefined}
    >
      <span role="cell" className={styles['product']}>
        {picture === null ? (
          <i className={styles['picture']} />
        ) : (
          <img className={styles['picture']} src={picture} alt="" draggable={false} />
        )}
        <span className={styles['words']}>
          <span className={styles['line']}>
            <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={() => openProduct(product.sku)}>
              {product.sku}
            </button>
            {platforms.map((platform) => (
              <PlatformBadge key={platform} platform={platform} />
            ))}
          </span>
          <span className={styles['title']}>
            {product.title}
            {product.variant === null ? null : ` · ${product.variant}`}
          </span>
        </span>
      </span>
      <span role="cell" className={styles['bin']}>
        {product.bin}
      </span>
      <span role="cell" className={styles['figure']}>
        {product.quantity === null ? <small>{t('stock:uncounted')}</small> : formatCount(product.quantity)}
      </span>
      <span role="cell" className={styles['figure']}>
        {formatCount(reserved)}
      </span>
      <span role="cell" className={styles['figure']} data-tone={freeTone(row)}>
        {free === null ? '–' : formatCount(free)}
      </span>
      <span role="cell" className={styles['short']}>
        <ShortOrders row={row} />
      </span>
    </div>
  );
}

/** Red below zero, amber at the line that she drew herself. */
function freeTone({ free, product }: Row): 'late' | 'soon' | 'plain' {
  if (free === null) return 'plain';
  if (free < 0) return 'late';
  return product.lowAt !== null && free <= product.lowAt ? 'soon' : 'plain';
}

function ShortOrders(props: { readonly row: Row }) {
  const t = useWords();
  const { product, shortOrders } = props.row;
  if (shortOrders === 0) return null;
  return (
    <button
      type="button"
      title={t('stock:showOrders', { count: shortOrders })}
      onClick={() => showCards({ ...NO_FILTER, waitsFor: product.sku })}
    >
      {t('stock:shortOrders', { count: shortOrders })}
    </button>
  );
}

export function StockRowSkeleton(props: { readonly place: Place }) {
  return (
    <div className={styles['row']} style={props.place} aria-hidden="true">
      <Skeleton width="60%" height={20} />
    </div>
  );
}
