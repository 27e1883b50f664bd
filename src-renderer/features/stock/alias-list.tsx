import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './product-panel.module.css';
import { unmapArticle } from './stock-deeds.ts';
import type { StockRow } from './stock-store.ts';

/** Articles of the platforms that are this product, beside those with its own SKU. */
export function AliasList(props: { readonly row: StockRow }) {
  const t = useWords();
  const { product, aliases } = props.row;
  return (
    <section>
      <h3>{t('stock:alias.title')}</h3>
      {aliases.length === 0 ? <p className={styles['hint']}>{t('stock:alias.none')}</p> : null}
      <ul className={styles['list']}>
        {aliases.map(({ platform, sku }) => (
          <li key={`${platform} ${sku}`}>
            <PlatformBadge platform={platform} />
            <span data-selectable="">{sku}</span>
            <Button size="small" onPress={() => void unmapArticle({ platform, articleSku: sku }, product.sku)}>
              {t('stock:alias.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
