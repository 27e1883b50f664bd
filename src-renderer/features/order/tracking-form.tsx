import { useState, type FormEvent } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { asCallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { carryOutInForm } from '../../stores/carry-out.ts';
import styles from './order-parcels.module.css';

/** The field for the seller's own tracking number. A refusal stays under it with what was typed. */
export function TrackingForm(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const current = order.parcels[0];
  const [number, setNumber] = useState('');
  const [carrier, setCarrier] = useState(current?.carrier ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const hasNumber = current !== undefined && current.trackingNumber !== null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() === '' || isBusy) return;
    setIsBusy(true);
    setRefusal(null);
    const input = {
      id: order.card.orderId,
      trackingNumber: number.trim(),
      carrier: carrier.trim() === '' ? null : carrier.trim(),
    };
    try {
      const refused = await carryOutInForm('assign-tracking', invoke('orders.assignTracking', input));
      setRefusal(refused);
      if (refused === null) setNumber('');
    } catch (thrown) {
      setRefusal(errorText(asCallError(thrown), t));
    }
    setIsBusy(false);
  };

  return (
    <form className={styles['form']} onSubmit={submit}>
      <div className={styles['row']}>
        <TextField
          isCode
          label={t('order:tracking.label')}
          placeholder={t('order:tracking.placeholder')}
          maxLength={80}
          value={number}
          onChange={setNumber}
        />
        <TextField
          label={t('order:tracking.carrier')}
          placeholder={t('order:tracking.carrierPlaceholder')}
          maxLength={80}
          value={carrier}
          onChange={setCarrier}
        />
        <Button type="submit" isBusy={isBusy} isDisabled={number.trim() === ''}>
          {hasNumber ? t('order:tracking.change') : t('order:tracking.assign')}
        </Button>
      </div>
      {refusal === null ? null : (
        <p className={styles['fault']} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
