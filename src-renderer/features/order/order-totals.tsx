import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatMoney, formatShare } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { marginShare, moneyLines } from './money-view.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-totals.module.css';

type Margin = NonNullable<OrderView['margin']>;

/** The money of the order: what came in and what went out of it; what is left over stands large, or the sum while that is not known. */
export function OrderTotals(props: { readonly order: OrderView }) {
  const t = useWords();
  const { totals, total, margin } = props.order;
  const isSame = total !== null && totals.length === 1 && totals[0]?.minor === total.minor;
  const goods = isSame ? [] : totals;
  const isSummed = margin?.marginMinor != null;
  const sum = isSummed ? '' : styles['total'];
  return (
    <OrderSection title={t('order:totals.title')}>
      {goods.length === 0 && total === null ? (
        <p className={styles['dim']}>{t('order:totals.none')}</p>
      ) : (
        <dl>
          {goods.map((money) => (
            <div key={money.currency} className={`${styles['row']} ${total === null ? sum : ''}`}>
              <dt>{total === null ? t('order:totals.total') : t('parcels:totals.goods')}</dt>
              <dd>{formatMoney(money)}</dd>
            </div>
          ))}
          {total === null ? null : (
            <div className={`${styles['row']} ${sum}`}>
              <dt>{t('parcels:totals.paid')}</dt>
              <dd>{formatMoney(total)}</dd>
            </div>
          )}
        </dl>
      )}
      {margin === null ? null : <MarginLines margin={margin} told={total ?? (goods.length === 1 ? goods[0] : null)} />}
    </OrderSection>
  );
}

/** What went out, and what stays. The sum that came in is told again only where it had to be changed into another currency. */
function MarginLines(props: { readonly margin: Margin; readonly told: OrderView['total'] | undefined }) {
  const t = useWords();
  const { margin, told } = props;
  const { currency, marginMinor } = margin;
  const isTold = told?.currency === currency && told.minor === margin.paidMinor;
  const lines = moneyLines(margin).filter(({ name }) => name !== 'paid' || !isTold);
  return (
    <>
      <dl>
        {lines.map(({ name, minor }) => (
          <div key={name} className={styles['row']}>
            <dt>{t(`drawer:money.${name}`)}</dt>
            <dd>{minor === null ? t('drawer:money.unknown') : formatMoney({ minor, currency })}</dd>
          </div>
        ))}
        {marginMinor === null ? null : (
          <div className={`${styles['row']} ${styles['total']}`} data-tone={marginMinor < 0 ? 'late' : undefined}>
            <dt>{t(marginMinor < 0 ? 'drawer:money.loss' : 'drawer:money.margin')}</dt>
            <dd>{formatMoney({ minor: marginMinor, currency })}</dd>
          </div>
        )}
        <Share margin={margin} />
      </dl>
      <MissingRates margin={margin} />
    </>
  );
}

function Share(props: { readonly margin: Margin }) {
  const t = useWords();
  const share = marginShare(props.margin);
  if (share === null) return null;
  return (
    <div className={styles['row']}>
      <dt>{t('drawer:money.share')}</dt>
      <dd>{formatShare(share)}</dd>
    </div>
  );
}

/** Currencies that had to be left out, each with the way to mend it. */
function MissingRates(props: { readonly margin: Margin }) {
  const t = useWords();
  const { withoutRate, currency } = props.margin;
  if (withoutRate.length === 0) return null;
  return (
    <div className={styles['rates']}>
      {withoutRate.map((from) => (
        <p key={from}>{t('drawer:money.withoutRate', { from, to: currency })}</p>
      ))}
      <Button kind="link" size="small" onPress={() => goTo('settings')}>
        {t('drawer:money.setRates')}
      </Button>
    </div>
  );
}
