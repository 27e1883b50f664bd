import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { copyText } from '../../stores/copy-text.ts';
import { prettyJson } from './pretty-json.ts';
import styles from './raw-data-dialog.module.css';

/** What the platform sent, digit for digit. */
export function RawDataDialog(props: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords();
  const { card } = props.order;
  const { value, error, reload } = useQuery('orders.raw', { id: card.orderId });
  const json = value?.json ?? null;
  const copy =
    json === null ? undefined : (
      <Button icon="copy" onPress={() => copyText(json, t('common:action.copied'))}>
        {t('order:raw.copy')}
      </Button>
    );
  return (
    <Dialog isOpen onClose={props.onClose} title={t('order:raw.title')} width={720} actions={copy}>
      <p className={styles['lead']}>{t('order:raw.body', { platform: t(`common:platform.${card.platform}`) })}</p>
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton width="100%" height={240} /> : null}
      {value === null ? null : (
        <pre className={styles['raw']} tabIndex={0}>
          {json === null ? t('order:raw.none') : prettyJson(json)}
        </pre>
      )}
    </Dialog>
  );
}
