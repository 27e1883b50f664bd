import type { MethodOutput } from '../../../src-main/contract/index.ts';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { openOrder } from '../../stores/route.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ReconcileNow } from './reconcile-now.tsx';
import styles from './shop-dialogs.module.css';

type Difference = NonNullable<MethodOutput<'shops.reconcileReport'>['report']>['differences'][number];

/** What the last comparison with the platform's own open list found, and what was done about each. */
export function ReconcileDialog(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  const { value, error, reload } = useQuery('shops.reconcileReport', { id: shop.id }, ['shops.changed']);
  const report = value?.report ?? null;
  const hint =
    report === null
      ? t('shops:reconcile.hint')
      : t('shops:reconcile.checked', { when: formatMoment(report.atMs), count: report.checked });
  const differences = report?.differences ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('shops:reconcile.title', { name: shop.name })}
      hint={hint}
      width={640}
      actions={<ReconcileNow shopId={shop.id} />}
    >
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton width="100%" height={160} /> : null}
      {value !== null && differences.length === 0 ? (
        <EmptyState
          icon="check"
          tone="ok"
          title={report === null ? t('shops:reconcile.never') : t('shops:reconcile.fine')}
          text={t('shops:reconcile.hint')}
        />
      ) : null}
      <ul className={styles['list']}>
        {differences.map((difference) => (
          <DifferenceLine
            key={`${difference.kind} ${difference.remoteId}`}
            difference={difference}
            onOpen={(orderId) => {
              onClose();
              openOrder(orderId);
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function DifferenceLine(props: { readonly difference: Difference; readonly onOpen: (orderId: string) => void }) {
  const t = useWords();
  const { kind, remoteId, orderId, before, after } = props.difference;
  return (
    <li className={styles['line']}>
      <Chip tone={kind === 'unreadable' ? 'late' : 'soon'}>{t(`shops:reconcile.kind.${kind}`)}</Chip>
      <b>{remoteId}</b>
      <span>{before === null && after === null ? '' : `${stageText(before, t)} → ${stageText(after, t)}`}</span>
      {orderId === null ? null : (
        <Button size="small" onPress={() => props.onOpen(orderId)}>
          {t('shops:reconcile.open')}
        </Button>
      )}
    </li>
  );
}

function stageText(stage: string | null, t: Words): string {
  return stage === null ? t('shops:reconcile.notHere') : codeText('stage', stage, {}, t);
}
