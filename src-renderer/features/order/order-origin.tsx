import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-origin.module.css';

/** When it was placed, shop, service, and the platform's own word for where the order stands. */
export function OrderOrigin(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card, shopName, rawSubstatus, remoteOrderNumber, placedAtMs } = props.order;
  const status = rawSubstatus === null ? card.rawStatus : `${card.rawStatus} · ${rawSubstatus}`;
  const rows = [
    { name: t('order:info.placed'), value: formatMoment(placedAtMs) },
    { name: t('order:info.shop'), value: shopName },
    { name: t('order:info.service'), value: card.service ?? t('order:info.carrierNone') },
    { name: t('order:info.status'), value: status },
    ...(remoteOrderNumber === card.remoteId ? [] : [{ name: t('order:info.buyerNumber'), value: remoteOrderNumber }]),
  ];
  return (
    <OrderSection title={t('order:info.title')}>
      <dl className={styles['facts']}>
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </OrderSection>
  );
}
