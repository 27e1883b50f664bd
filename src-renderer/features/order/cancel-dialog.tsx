import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { usePreferences } from '../../stores/app-state.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { carryOut } from '../../stores/carry-out.ts';
import styles from './order-dialogs.module.css';

/** Asks for the platform's reason and says that the platform's answer is final. */
export function CancelDialog(props: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords();
  const { order, onClose } = props;
  const undoSeconds = Math.round((usePreferences()?.undoWindowMs ?? 0) / 1_000);
  const { value, error, reload } = useQuery('orders.cancelReasons', { id: order.card.orderId });
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const reason = value?.reasons.find((candidate) => candidate.id === reasonId);
  const isReady = reason !== undefined && (!reason.needsMessage || message.trim() !== '');
  const cancel = () => {
    if (reason === undefined) return;
    onClose();
    const input = { id: order.card.orderId, reasonId: reason.id, message: message.trim() };
    void carryOut('cancel', () => invoke('orders.cancel', input));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('order:cancel.keep')}</Button>
      <Button kind="danger" icon="no" isDisabled={!isReady} onPress={cancel}>
        {t('order:cancel.do')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('order:cancel.title')} role="alertdialog" width={520} actions={actions}>
      <div className={styles['form']}>
        <p className={styles['warn']}>
          {undoSeconds > 0 ? t('order:cancel.bodySeconds', { seconds: undoSeconds }) : t('order:cancel.bodyNow')}
        </p>
        {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
        {value === null && error === null ? <Skeleton width="100%" height={120} /> : null}
        {value !== null && value.reasons.length === 0 ? <p>{t('order:cancel.none')}</p> : null}
        {value !== null && value.reasons.length > 0 ? (
          <Choices
            look="grid"
            label={t('order:cancel.reason')}
            value={reasonId}
            options={value.reasons.map(({ id, title }) => ({ value: id, text: title }))}
            onChange={setReasonId}
          />
        ) : null}
        {reason?.needsMessage === true ? (
          <TextField
            label={t('order:cancel.message')}
            hint={t('order:cancel.messageNeeded')}
            rows={3}
            maxLength={4_000}
            autoFocus
            value={message}
            onChange={setMessage}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
