import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { copyText } from '../../stores/copy-text.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Choices } from '../../ui/choices.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './order-parcels.module.css';
import { OrderSection } from './order-section.tsx';
import { parcelNumbers } from './parcel-items.ts';
import { TrackingForm } from './tracking-form.tsx';
import { whenText } from './when.ts';

type Parcel = OrderView['parcels'][number];
type RemoteParcel = OrderView['remoteParcels'][number];

/** Parcels with their numbers and what lies in them, ours and the platform's, and the field for the number where the seller gives it. */
export function OrderParcels(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const { parcels, trackingBy, card } = order;
  const remote = order.remoteParcels.filter(
    ({ trackingNumber }) => !parcels.some((parcel) => parcel.trackingNumber === trackingNumber),
  );
  const count = parcels.length + remote.length;
  const platformNumber = count === 0 ? card.trackingNumber : null;
  const isOnDesk = card.lane !== null;
  return (
    <OrderSection title={t('order:parcels.title')} {...(count === 0 ? {} : { count: String(count) })}>
      {parcels.map((parcel) => (
        <ParcelLine key={parcel.id} parcel={parcel} order={order} />
      ))}
      {remote.map((parcel) => (
        <RemoteParcelLine key={parcel.trackingNumber} parcel={parcel} />
      ))}
      {count > 0 ? null : (
        <div className={styles['parcel']}>
          <Icon name="box" size={24} />
          <div className={styles['words']}>
            <Number number={platformNumber} />
            {platformNumber === null ? <p className={styles['dim']}>{missingWords(order, t)}</p> : null}
          </div>
        </div>
      )}
      {trackingBy === 'seller' && isOnDesk ? <Numbers key={card.orderId} order={order} /> : null}
    </OrderSection>
  );
}

/** The form of one parcel; which one is chosen above it where there can be several. */
function Numbers(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const numbers = parcelNumbers(order.lines, order.parcels);
  const [parcel, setParcel] = useState(1);
  const known = order.parcels.length;
  return (
    <>
      {numbers.length < 2 ? null : (
        <div className={styles['which']}>
          <Choices
            label={t('parcels:which')}
            value={String(parcel)}
            options={numbers.map((number) => ({
              value: String(number),
              text: number > Math.max(1, known) ? t('parcels:another') : t('parcels:nth', { number }),
            }))}
            onChange={(number) => setParcel(parseInt(number, 10))}
          />
        </div>
      )}
      <TrackingForm key={`${parcel} ${order.parcels[parcel - 1]?.id ?? ''}`} order={order} parcel={parcel} />
    </>
  );
}

function ParcelLine(props: { readonly parcel: Parcel; readonly order: OrderView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { parcel, order } = props;
  const when = (atMs: number) => whenText(atMs, nowMs, t);
  const isOnly = order.parcels.length === 1;
  const number = parcel.trackingNumber ?? (isOnly ? order.card.trackingNumber : null);
  const service = parcel.carrier ?? (isOnly ? order.card.service : null);
  const facts = [
    ...(service === null ? [] : [service]),
    ...(parcel.labelledAtMs === null ? [] : [t('order:parcels.labelled', { when: when(parcel.labelledAtMs) })]),
    ...(parcel.handedOverAtMs === null ? [] : [t('order:parcels.handedOver', { when: when(parcel.handedOverAtMs) })]),
    ...(number === null ? [missingWords(order, t)] : []),
  ];
  return (
    <div className={styles['parcel']}>
      <Icon name={parcel.handedOverAtMs === null ? 'box' : 'truck'} size={24} />
      <div className={styles['words']}>
        <Number number={number} />
        <p className={styles['dim']}>{facts.join(' · ')}</p>
        {parcel.items === null ? null : <p className={styles['inside']}>{itemsText(parcel.items, order, t)}</p>}
      </div>
    </div>
  );
}

/** "手工陶瓷马克杯 ×2，亚麻餐巾 ×1" */
function itemsText(items: NonNullable<Parcel['items']>, order: OrderView, t: Words): string {
  return items
    .map(({ lineRemoteId, quantity }) => {
      const line = order.lines.find((candidate) => candidate.remoteId === lineRemoteId);
      return `${line?.title ?? lineRemoteId} ×${quantity}`;
    })
    .join(t('board:listSeparator'));
}

/** A parcel that the platform tells of and that was not made here. */
function RemoteParcelLine(props: { readonly parcel: RemoteParcel }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { trackingNumber, carrier, shippedAtMs } = props.parcel;
  const facts = [
    ...(carrier === null ? [] : [carrier]),
    t('parcels:fromPlatform'),
    ...(shippedAtMs === null ? [] : [t('order:parcels.handedOver', { when: whenText(shippedAtMs, nowMs, t) })]),
  ];
  return (
    <div className={styles['parcel']}>
      <Icon name="truck" size={24} />
      <div className={styles['words']}>
        <Number number={trackingNumber} />
        <p className={styles['dim']}>{facts.join(' · ')}</p>
      </div>
    </div>
  );
}

function missingWords(order: OrderView, t: Words): string {
  if (order.labelBy === 'bought') return t('parcels:numberWithLabel');
  return order.trackingBy === 'platform' ? t('order:parcels.numberByPlatform') : t('order:parcels.numberMissing');
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
