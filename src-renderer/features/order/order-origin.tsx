import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-totals.module.css';

/** Shop, service, and the platform's own word for where the order stands. */
export function OrderOrigin(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card, shopName, rawSubstatus, remoteOrderNumber } = props.order;
  const rows = [
    { name: t('order:info.shop'), value: shopName },
    { name: t('order:info.service'), value: card.service ?? t('order:info.carrierNone') },
    { name: t('order:info.status'), value: card.rawStatus },
    { name: '', value: rawSubstatus ?? '' },
  ];
  return (
    <OrderSection title={t('order:info.title')}>
      <dl>
        {rows
          .filter((row) => row.value !== '')
          .map((row) => (
            <div key={row.name} className={styles['row']}>
              <dt>{row.name}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
      </dl>
      {remoteOrderNumber === card.remoteId ? null : (
        <p className={styles['dim']}>{t('order:drawer.orderNumber', { number: remoteOrderNumber })}</p>
      )}
    </OrderSection>
  );
}
