import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MapDialog } from './map-dialog.tsx';
import { adoptAll, makeProduct, type UnmappedArticle } from './stock-deeds.ts';
import pageStyles from './stock-page.module.css';
import styles from './unmapped-list.module.css';

/** Articles on orders that no product stands for: map one, make it a product, or make all of them. */
export function UnmappedList() {
  const t = useWords();
  const { value, error, reload } = useQuery('stock.unmapped', {}, ['stock.changed']);
  const [mapping, setMapping] = useState<UnmappedArticle | null>(null);
  if (error !== null) return <ErrorNote error={error} what={t('stock:failed')} onRetry={reload} />;
  if (value === null) return <Skeleton width="100%" height={240} />;
  const { articles } = value;
  // Shops call the same thing by the same SKU: that becomes one product.
  const productCount = new Set(articles.map(({ sku }) => sku)).size;
  if (articles.length === 0) {
    return (
      <div className={pageStyles['nothing']}>
        <EmptyState icon="check" tone="ok" title={t('stock:empty.unmapped')} />
      </div>
    );
  }
  return (
    <section className={styles['unmapped']}>
      <header>
        <p>{t('stock:unmapped.hint')}</p>
        <Button kind="primary" onPress={() => void adoptAll()}>
          {t('stock:unmapped.adoptAll', { count: productCount })}
        </Button>
      </header>
      <ul aria-label={t('stock:unmapped.table')}>
        {articles.map((article) => (
          <ArticleRow key={`${article.platform} ${article.sku}`} article={article} onMap={() => setMapping(article)} />
        ))}
      </ul>
      {mapping === null ? null : <MapDialog article={mapping} onClose={() => setMapping(null)} />}
    </section>
  );
}

function ArticleRow(props: { readonly article: UnmappedArticle; readonly onMap: () => void }) {
  const t = useWords();
  const { article } = props;
  const { platform, sku, title, variant, orders, pieces } = article;
  return (
    <li>
      <PlatformBadge platform={platform} />
      <p>
        <b data-selectable="">{sku}</b>
        <span>
          {title}
          {variant === null ? null : ` · ${variant}`}
        </span>
      </p>
      <small>
        {t('stock:unmapped.orders', { count: orders })} · {t('stock:unmapped.pieces', { count: pieces })}
      </small>
      <Button onPress={props.onMap}>{t('stock:unmapped.map')}</Button>
      <Button kind="quiet" onPress={() => void makeProduct(article)}>
        {t('stock:unmapped.make')}
      </Button>
    </li>
  );
}
