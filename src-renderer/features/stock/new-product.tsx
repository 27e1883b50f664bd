import { useWords } from '../../i18n/use-words.ts';
import { openProduct } from '../../stores/route.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProductForm } from './product-form.tsx';
import styles from './product-panel.module.css';
import { countProduct, isThere, saveProduct } from './stock-deeds.ts';

/** The form of a product that is not there yet; saved, it opens. */
export function NewProduct(props: { readonly onClose: () => void }) {
  const t = useWords();
  return (
    <aside className={styles['panel']} aria-label={t('stock:fields.newTitle')}>
      <header className={styles['head']}>
        <div className={styles['name']}>
          <h2>{t('stock:fields.newTitle')}</h2>
        </div>
        <IconButton icon="cross" label={t('stock:fields.cancel')} onPress={props.onClose} />
      </header>
      <ProductForm
        product={null}
        isTaken={isThere}
        onSave={async (product, pieces) => {
          if (!(await saveProduct(product, null))) return;
          if (pieces !== null) await countProduct(product.sku, pieces, null);
          openProduct(product.sku);
        }}
      />
    </aside>
  );
}
