import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { copyText } from '../../stores/copy-text.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './shop-dialogs.module.css';

/** Orders and cases that could not be read: why, and the platform's own text, kept word for word. */
export function OddOrdersDialog(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  const { value, error, reload } = useQuery('shops.oddOrders', { id: shop.id }, ['shops.changed']);
  return (
    <Dialog isOpen onClose={onClose} title={t('shops:odd.title')} hint={t('shops:odd.hint')} width={720}>
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton width="100%" height={160} /> : null}
      {value !== null && value.orders.length === 0 ? (
        <EmptyState icon="check" tone="ok" title={t('shops:odd.none')} />
      ) : null}
      <ul className={styles['list']}>
        {(value?.orders ?? []).map((odd, index) => (
          <li key={index} className={styles['odd']}>
            <div className={styles['line']}>
              <b>{odd.remoteId ?? t('shops:odd.noNumber')}</b>
              <span>{codeText('fault', odd.reason, {}, t)}</span>
              <small>{formatMoment(odd.seenAtMs)}</small>
              <Button size="small" icon="copy" onPress={() => copyText(odd.raw, t('common:action.copied'))}>
                {t('shops:odd.copy')}
              </Button>
            </div>
            <details>
              <summary>{t('shops:odd.raw')}</summary>
              <pre tabIndex={0}>{odd.raw}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
