import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-totals.module.css';

/** The money of the order, by currency: lines of one currency add up, currencies never mix. */
export function OrderTotals(props: { readonly totals: OrderView['totals'] }) {
  const t = useWords();
  const [first, ...others] = props.totals;
  return (
    <OrderSection title={t('order:totals.title')}>
      {first === undefined ? (
        <p className={styles['dim']}>{t('order:totals.none')}</p>
      ) : (
        <dl>
          {[first, ...others].map((money) => (
            <div key={money.currency} className={`${styles['row']} ${styles['total']}`}>
              <dt>{t('order:totals.total')}</dt>
              <dd>{formatMoney(money)}</dd>
            </div>
          ))}
        </dl>
      )}
    </OrderSection>
  );
}
