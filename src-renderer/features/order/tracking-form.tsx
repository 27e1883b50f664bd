import { useState, type FormEvent } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { asCallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { carryOutInForm } from '../../stores/carry-out.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CarrierField } from '../../carriers/carrier-field.tsx';
import { likelyCarrier } from '../../carriers/likely-carrier.ts';
import styles from './order-parcels.module.css';
import { ParcelItemsField } from './parcel-items-field.tsx';
import { canSplit, itemsOf, leftFor, pieceCount, startPieces, type Pieces } from './parcel-items.ts';
import { useCarriers } from '../../carriers/use-carriers.ts';

/** The seller's own number of one parcel (from 1): number, carrier, and what lies in it. A refusal stays under it with what was typed. */
export function TrackingForm(props: { readonly order: OrderView; readonly parcel: number }) {
  const t = useWords();
  const { order, parcel } = props;
  const current = order.parcels[parcel - 1];
  const form = useTrackingForm(order, parcel);
  const { carriers, pieces } = form;
  const isPart = pieces !== null;
  return (
    <form className={styles['form']} onSubmit={form.submit}>
      <div className={styles['row']}>
        <TextField
          isCode
          label={t('order:tracking.label')}
          placeholder={current?.trackingNumber ?? t('order:tracking.placeholder')}
          maxLength={80}
          value={form.number}
          onChange={form.setNumber}
        />
        <CarrierField
          carriers={carriers.value?.carriers ?? []}
          value={form.carrier}
          error={form.isCarrierMissing ? t('parcels:carrier.missing') : null}
          onChange={form.setCarrier}
        />
        <Button type="submit" isBusy={form.isBusy} isDisabled={!form.isReady}>
          {current?.trackingNumber == null ? t('order:tracking.assign') : t('order:tracking.change')}
        </Button>
      </div>
      {carriers.error === null ? null : (
        <ErrorNote error={carriers.error} what={t('parcels:carrier.failed')} onRetry={carriers.reload} />
      )}
      {isPart ? (
        <ParcelItemsField
          lines={order.lines}
          pieces={pieces}
          left={leftFor(order.lines, order.parcels, parcel)}
          onChange={form.setPieces}
        />
      ) : canSplit(order.lines) ? (
        <Button
          kind="link"
          size="small"
          onPress={() => form.setPieces(startPieces(order.lines, order.parcels, parcel))}
        >
          {t('parcels:items.part')}
        </Button>
      ) : null}
      {isPart && parcel > 1 && order.parcels.some(({ items }) => items === null) ? (
        <p className={styles['dim']}>{t('parcels:items.firstHoldsAll')}</p>
      ) : null}
      {form.refusal === null ? null : (
        <p className={styles['fault']} role="alert">
          {form.refusal}
        </p>
      )}
    </form>
  );
}

function useTrackingForm(order: OrderView, parcel: number) {
  const t = useWords();
  const current = order.parcels[parcel - 1];
  const [number, setNumber] = useState('');
  const [chosen, setCarrier] = useState<string | null>(null);
  const [pieces, setPieces] = useState<Pieces | null>(() =>
    parcel > 1 || (current?.items ?? null) !== null ? startPieces(order.lines, order.parcels, parcel) : null,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const carriers = useCarriers(order.card.orderId, number);
  const likely = carriers.value === null ? null : likelyCarrier(carriers.value, current?.carrier ?? null);
  const carrier = chosen ?? likely ?? current?.carrier ?? '';
  const trackingNumber = number.trim() === '' && pieces !== null ? (current?.trackingNumber ?? '') : number.trim();
  const items = pieces === null ? null : itemsOf(order.lines, order.parcels, parcel, pieces);
  const isReady = trackingNumber !== '' && (pieces === null || pieceCount(pieces) > 0);
  const wantsCarrier = (carriers.value?.carriers.length ?? 0) > 0;
  const isCarrierMissing = wantsCarrier && !carriers.value?.carriers.some(({ code }) => code === carrier);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (!isReady || isBusy || isCarrierMissing) return;
    setIsBusy(true);
    setRefusal(null);
    const input = {
      id: order.card.orderId,
      parcel,
      trackingNumber,
      carrier: carrier.trim() === '' ? null : carrier.trim(),
      items: items !== null && items.length === 0 ? null : items,
    };
    try {
      const refused = await carryOutInForm('assign-tracking', () => invoke('orders.assignTracking', input));
      setRefusal(refused);
      if (refused === null) setNumber('');
    } catch (thrown) {
      setRefusal(errorText(asCallError(thrown), t));
    }
    setIsBusy(false);
  };
  return {
    number,
    setNumber,
    carrier,
    setCarrier,
    pieces,
    setPieces,
    carriers,
    refusal,
    isBusy,
    isReady,
    isCarrierMissing: wasTried && isCarrierMissing,
    submit: (event: FormEvent) => void submit(event),
  };
}
