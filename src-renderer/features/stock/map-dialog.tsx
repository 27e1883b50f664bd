import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { mapArticle, type UnmappedArticle } from './stock-deeds.ts';
import styles from './unmapped-list.module.css';

const SHOWN = 20;

/** Asks which product an article is. */
export function MapDialog(props: { readonly article: UnmappedArticle; readonly onClose: () => void }) {
  const t = useWords();
  const { article, onClose } = props;
  const [query, setQuery] = useState('');
  const { value, error, reload } = useQuery('stock.list', { query, filter: 'all', offset: 0, limit: SHOWN });
  const pick = (sku: string) => {
    onClose();
    void mapArticle({ platform: article.platform, articleSku: article.sku }, sku);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('stock:unmapped.pickTitle', { article: article.sku })}
      hint={article.title}
    >
      <TextField
        label={t('stock:search')}
        type="search"
        value={query}
        placeholder={t('stock:searchPlaceholder')}
        autoFocus
        onChange={setQuery}
      />
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value?.products.length === 0 ? <p>{t('stock:unmapped.pickNone')}</p> : null}
      <ul className={styles['picks']}>
        {value?.products.map(({ product, picture }) => (
          <li key={product.sku}>
            <button
              type="button"
              aria-label={t('stock:unmapped.pick', { sku: product.sku })}
              onClick={() => pick(product.sku)}
            >
              {picture === null ? <i /> : <img src={picture} alt="" draggable={false} />}
              <b>{product.sku}</b>
              <span>
                {product.title}
                {product.variant === null ? null : ` · ${product.variant}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
