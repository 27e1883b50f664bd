import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { copyText } from './copy-text.ts';
import styles from './order-parcels.module.css';
import { OrderSection } from './order-section.tsx';
import { TrackingForm } from './tracking-form.tsx';
import { whenText } from './when.ts';

type Parcel = OrderView['parcels'][number];

/** Parcels with their numbers, and the field for the number where the seller gives it. */
export function OrderParcels(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const { parcels, trackingBy, card } = order;
  const platformNumber = parcels.length === 0 ? card.trackingNumber : null;
  const isOnDesk = card.lane !== null;
  return (
    <OrderSection title={t('order:parcels.title')} {...(parcels.length === 0 ? {} : { count: String(parcels.length) })}>
      {parcels.map((parcel) => (
        <ParcelLine key={parcel.id} parcel={parcel} order={order} />
      ))}
      {parcels.length > 0 ? null : (
        <div className={styles['parcel']}>
          <Icon name="box" size={24} />
          <div className={styles['words']}>
            <Number number={platformNumber} />
            {platformNumber === null ? <p className={styles['dim']}>{missingWords(trackingBy, t)}</p> : null}
          </div>
        </div>
      )}
      {trackingBy === 'seller' && isOnDesk ? <TrackingForm key={card.orderId} order={order} /> : null}
    </OrderSection>
  );
}

function ParcelLine(props: { readonly parcel: Parcel; readonly order: OrderView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { parcel, order } = props;
  const when = (atMs: number) => whenText(atMs, nowMs, t);
  const number = parcel.trackingNumber ?? order.card.trackingNumber;
  const service = parcel.carrier ?? order.card.service;
  const facts = [
    ...(service === null ? [] : [service]),
    ...(parcel.labelledAtMs === null ? [] : [t('order:parcels.labelled', { when: when(parcel.labelledAtMs) })]),
    ...(parcel.handedOverAtMs === null ? [] : [t('order:parcels.handedOver', { when: when(parcel.handedOverAtMs) })]),
    ...(number === null ? [missingWords(order.trackingBy, t)] : []),
  ];
  return (
    <div className={styles['parcel']}>
      <Icon name={parcel.handedOverAtMs === null ? 'box' : 'truck'} size={24} />
      <div className={styles['words']}>
        <Number number={number} />
        <p className={styles['dim']}>{facts.join(' · ')}</p>
      </div>
    </div>
  );
}

function missingWords(trackingBy: OrderView['trackingBy'], t: ReturnType<typeof useWords>): string {
  return trackingBy === 'platform' ? t('order:parcels.numberByPlatform') : t('order:parcels.numberMissing');
}

function Number(props: { readonly number: string | null }) {
  const t = useWords();
  const { number } = props;
  if (number === null) return null;
  return (
    <p className={styles['number']}>
      <span>{number}</span>
      <IconButton
        icon="copy"
        label={t('order:parcels.copy')}
        onPress={() => copyText(number, t('common:action.copied'))}
      />
    </p>
  );
}
