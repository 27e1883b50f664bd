import { useEffect, useState, type FormEvent } from 'react';
import type { AddressView, OrderView } from '../../../src-main/contract/methods/orders.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { codeText, errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { carryOutInForm } from '../../stores/carry-out.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AddressFields } from './address-fields.tsx';
import { correctionOf, draftFaults, draftOfAddress, isSameAddress, type AddressDraft } from './address-form.ts';
import { AddressLines } from './address-lines.tsx';
import styles from './correct-address.module.css';

/** The address in full while this is open, to be mended field by field; the platform's own stands beside it, masked. */
export function CorrectAddressDialog(props: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords();
  const { order, onClose } = props;
  const { address, error, reload } = useFullAddress(order.card.orderId);
  return (
    <Dialog isOpen onClose={onClose} title={t('address:title')} hint={t('address:hint')} width={640}>
      {error === null ? null : <ErrorNote error={error} what={t('order:shipTo.failed')} onRetry={reload} />}
      {address === null && error === null ? (
        <div role="status" aria-label={t('address:reading')}>
          <Skeleton width="100%" height={320} />
        </div>
      ) : null}
      {address === null ? null : <CorrectionForm order={order} address={address} onClose={onClose} />}
    </Dialog>
  );
}

function CorrectionForm(props: {
  readonly order: OrderView;
  readonly address: AddressView;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { order } = props;
  const form = useCorrection(order.card.orderId, draftOfAddress(props.address), props.onClose);
  const own = order.originalAddress ?? order.address;
  return (
    <form onSubmit={form.submit}>
      <div className={styles['two']}>
        <AddressFields draft={form.draft} faults={form.faults} change={form.change} />
        <aside className={styles['own']}>
          <h3>{t('address:original')}</h3>
          {own === null ? null : <AddressLines address={own} isShown={false} />}
          <ul>
            {order.addressFaults.map((fault) => (
              <li key={fault}>{codeText('addressFault', fault, {}, t)}</li>
            ))}
          </ul>
        </aside>
      </div>
      {form.refusal === null ? null : (
        <p className={styles['refusal']} role="alert">
          {form.refusal}
        </p>
      )}
      <div className={styles['acts']}>
        <Button onPress={props.onClose}>{t('common:action.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={form.isBusy} isDisabled={!form.isChanged}>
          {t('address:save')}
        </Button>
      </div>
    </form>
  );
}

function useCorrection(orderId: string, start: AddressDraft, onDone: () => void) {
  const t = useWords();
  const [draft, setDraft] = useState(start);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const faults = draftFaults(draft);
  const isChanged = !isSameAddress(draft, start);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (faults.length > 0 || isBusy || !isChanged) return;
    setIsBusy(true);
    const input = { id: orderId, address: correctionOf(draft) };
    try {
      const refused = await carryOutInForm('correct-address', () => invoke('orders.correctAddress', input));
      setRefusal(refused);
      if (refused === null) onDone();
    } catch (thrown) {
      setRefusal(errorText(asCallError(thrown), t));
    }
    setIsBusy(false);
  };
  return {
    draft,
    change: (part: Partial<AddressDraft>) => setDraft((last) => ({ ...last, ...part })),
    faults: wasTried ? faults : [],
    isBusy,
    isChanged,
    refusal,
    submit: (event: FormEvent) => void send(event),
  };
}

/** The address in full, read once; it leaves the window's memory with the form. */
function useFullAddress(orderId: string) {
  const [address, setAddress] = useState<AddressView | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    setError(null);
    invoke('orders.reveal', { id: orderId }).then(
      (answer) => {
        if (!isGone) setAddress(answer.address);
      },
      (thrown: unknown) => {
        if (!isGone) setError(asCallError(thrown));
      },
    );
    return () => {
      isGone = true;
    };
  }, [orderId, turn]);
  return { address, error, reload: () => setTurn((last) => last + 1) };
}
