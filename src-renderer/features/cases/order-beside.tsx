import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { ourTitle } from '../../cases/case-words.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCountry, formatMoment, formatMoney } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openCaseDialog } from '../../stores/dialogs.ts';
import { openCase, openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Clock } from '../../ui/clock.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './order-beside.module.css';

/** What the case is about: the goods, the money, the parcel and the buyer's own word, and the way to all of it. */
export function OrderBeside(props: {
  readonly order: OrderView;
  /** The case that is read. */
  readonly readId: string;
}) {
  const t = useWords();
  const { order } = props;
  const { card } = order;
  return (
    <section aria-label={t('cases:order.title')}>
      <p className={styles['whose']}>
        <PlatformBadge platform={card.platform} />
        <b>{card.remoteId}</b>
      </p>
      <p className={styles['dim']}>
        {[order.shopName, ...(card.country === null ? [] : [formatCountry(card.country)])].join(' · ')}
      </p>
      {order.buyerNote === null ? null : <p className={styles['note']}>{order.buyerNote}</p>}
      <ul className={styles['lines']}>
        {order.lines.map((line) => (
          <li key={line.remoteId}>
            <span className={styles['picture']}>
              {line.picture === null ? <Icon name="box" /> : <img src={line.picture} alt="" draggable={false} />}
            </span>
            <span className={styles['name']}>
              {line.title}
              {line.variant === null ? null : <small>{line.variant}</small>}
            </span>
            <b>×{line.quantity}</b>
          </li>
        ))}
      </ul>
      <Facts order={order} />
      <OtherCases order={order} readId={props.readId} />
      <div className={styles['acts']}>
        <Button icon="box" keys={['Enter']} onPress={() => openOrder(card.orderId)}>
          {t('cases:order.open')}
        </Button>
        <Button icon="shield" keys={['E']} onPress={() => openCaseDialog([card.orderId])}>
          {t('cases:another')}
        </Button>
      </div>
    </section>
  );
}

/** What else is, or was, to be settled about the same order. */
function OtherCases(props: { readonly order: OrderView; readonly readId: string }) {
  const t = useWords();
  const others = props.order.cases.filter(({ id }) => id !== props.readId);
  if (others.length === 0) return null;
  return (
    <section className={styles['others']} aria-label={t('cases:order.others')}>
      <p className={styles['dim']}>{t('cases:order.others')}</p>
      <ul>
        {others.map((ours) => (
          <li key={ours.id}>
            <Button kind="link" size="small" onPress={() => openCase(ours.id)}>
              {ourTitle(ours, t)}
            </Button>
            {ours.closedAtMs !== null ? (
              <small>{t('cases:stage.closed')}</small>
            ) : ours.dueAtMs === null ? null : (
              <Clock dueAtMs={ours.dueAtMs} size="small" />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const numbers = [...order.parcels, ...order.remoteParcels].flatMap(({ trackingNumber }) => trackingNumber ?? []);
  // Where the platform tells no sum, the goods in one currency are it.
  const paid = order.total ?? (order.totals.length === 1 ? order.totals[0] : undefined);
  const facts = [
    { name: t('cases:order.status'), value: codeText('stage', order.card.stage, {}, t) },
    { name: t('cases:order.placed'), value: formatMoment(order.placedAtMs) },
    ...(paid === undefined ? [] : [{ name: t('cases:order.paid'), value: formatMoney(paid) }]),
    ...[...new Set(numbers)].map((number) => ({ name: t('cases:order.parcel'), value: number })),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(({ name, value }) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
