import { CaseCard, ClosedCase } from '../../cases/case-card.tsx';
import { isOpenCase } from '../../cases/case-words.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OrderSection } from './order-section.tsx';

/** What buyer and platform brought up about this order, with the answers that can be given from here. */
export function OrderAfterSales(props: { readonly orderId: string }) {
  const t = useWords();
  const { value, error, reload } = useQuery(
    'afterSales.list',
    { orderId: props.orderId, shopId: null, isOpenOnly: false, offset: 0, limit: 50 },
    ['afterSales.changed', 'outbox.changed'],
  );
  if (error !== null) return <ErrorNote error={error} what={t('cases:failed')} onRetry={reload} />;
  if (value === null || value.cases.length === 0) return null;
  return (
    <OrderSection title={t('cases:fromPlatform')} count={String(value.total)}>
      {value.cases.map((afterSale) =>
        isOpenCase(afterSale) ? (
          <CaseCard key={afterSale.id} afterSale={afterSale} />
        ) : (
          <ClosedCase key={afterSale.id} afterSale={afterSale} />
        ),
      )}
    </OrderSection>
  );
}
