import { useState } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { NO_FILTER } from '../../stores/board-filter.ts';
import { showCards } from '../../stores/route.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AliasList } from './alias-list.tsx';
import { CountForm, MoveForm } from './count-forms.tsx';
import { MoveList } from './move-list.tsx';
import { ProductForm } from './product-form.tsx';
import styles from './product-panel.module.css';
import { ProductPicture } from './product-picture.tsx';
import { removeProduct, saveProduct } from './stock-deeds.ts';
import type { StockRow } from './stock-store.ts';

/** All about one product: what lies on the shelf, what is said of it, and where it went. */
export function ProductPanel(props: { readonly sku: string; readonly onClose: () => void }) {
  const t = useWords();
  const { value, error, reload } = useQuery('stock.get', { sku: props.sku }, ['stock.changed']);
  return (
    <aside className={styles['panel']} aria-label={t('stock:panel.label', { sku: props.sku })}>
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value === null ? (
        error === null ? (
          <Skeleton width="100%" height={160} />
        ) : (
          <Button onPress={props.onClose}>{t('stock:panel.close')}</Button>
        )
      ) : (
        <Product row={value.row} onClose={props.onClose} />
      )}
    </aside>
  );
}

function Product(props: { readonly row: StockRow; readonly onClose: () => void }) {
  const { row } = props;
  const { product } = row;
  const { quantity, ...fields } = product;
  return (
    <>
      <Head row={row} onClose={props.onClose} />
      <Figures row={row} />
      <CountForm key={`count ${quantity}`} sku={product.sku} quantity={quantity} />
      <MoveForm sku={product.sku} quantity={quantity} />
      <ProductForm key={JSON.stringify(fields)} product={fields} onSave={(next) => saveProduct(next, fields)} />
      <AliasList row={row} />
      <MoveList sku={product.sku} />
    </>
  );
}

function Head(props: { readonly row: StockRow; readonly onClose: () => void }) {
  const t = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const { product } = props.row;
  return (
    <header className={styles['head']}>
      <ProductPicture row={props.row} />
      <div className={styles['name']}>
        <h2 data-selectable="">{product.sku}</h2>
        <p>{product.title}</p>
        {product.variant === null ? null : <p>{product.variant}</p>}
      </div>
      <Menu
        label={t('stock:panel.more')}
        entries={[
          {
            id: 'remove',
            text: t('stock:panel.remove'),
            icon: 'trash',
            tone: 'late',
            onPick: () => setIsAsking(true),
          },
        ]}
      />
      <IconButton icon="cross" label={t('stock:panel.close')} onPress={props.onClose} />
      {isAsking ? (
        <RemovalDialog
          title={t('stock:removal.title', { sku: product.sku })}
          body={t('stock:removal.body')}
          keep={t('stock:removal.keep')}
          remove={t('stock:removal.do')}
          onClose={() => setIsAsking(false)}
          onRemove={() => {
            props.onClose();
            void removeProduct(product.sku);
          }}
        />
      ) : null}
    </header>
  );
}

function Figures(props: { readonly row: StockRow }) {
  const t = useWords();
  const { product, reserved, free, shortOrders } = props.row;
  const shown = (count: number | null) => (count === null ? '–' : formatCount(count));
  return (
    <div>
      <dl className={styles['figures']}>
        <div>
          <dt>{t('stock:figure.quantity')}</dt>
          <dd>{shown(product.quantity)}</dd>
        </div>
        <div>
          <dt>{t('stock:figure.reserved')}</dt>
          <dd>{shown(reserved)}</dd>
        </div>
        <div data-tone={free !== null && free < 0 ? 'late' : 'plain'}>
          <dt>{t('stock:figure.free')}</dt>
          <dd>{shown(free)}</dd>
        </div>
      </dl>
      {shortOrders === 0 ? null : (
        <Button
          icon="alert"
          className={styles['waiting'] ?? ''}
          onPress={() => showCards({ ...NO_FILTER, waitsFor: product.sku })}
        >
          {t('stock:showOrders', { count: shortOrders })}
        </Button>
      )}
    </div>
  );
}
