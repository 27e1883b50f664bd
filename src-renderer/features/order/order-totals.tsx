import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-totals.module.css';

/** The money of the order: what the buyer paid where the platform says, and the goods by currency; currencies never mix. */
export function OrderTotals(props: { readonly totals: OrderView['totals']; readonly total: OrderView['total'] }) {
  const t = useWords();
  const { totals, total } = props;
  const isSame = total !== null && totals.length === 1 && totals[0]?.minor === total.minor;
  const goods = isSame ? [] : totals;
  return (
    <OrderSection title={t('order:totals.title')}>
      {goods.length === 0 && total === null ? (
        <p className={styles['dim']}>{t('order:totals.none')}</p>
      ) : (
        <dl>
          {goods.map((money) => (
            <div key={money.currency} className={`${styles['row']} ${total === null ? styles['total'] : ''}`}>
              <dt>{total === null ? t('order:totals.total') : t('parcels:totals.goods')}</dt>
              <dd>{formatMoney(money)}</dd>
            </div>
          ))}
          {total === null ? null : (
            <div className={`${styles['row']} ${styles['total']}`}>
              <dt>{t('parcels:totals.paid')}</dt>
              <dd>{formatMoney(total)}</dd>
            </div>
          )}
        </dl>
      )}
    </OrderSection>
  );
}
