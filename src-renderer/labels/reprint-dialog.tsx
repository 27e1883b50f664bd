import { useState } from 'react';
import type { OrderView } from '../../src-main/contract/methods/orders.ts';
import { invoke } from '../client/client.ts';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Choices } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { carryOut } from '../stores/carry-out.ts';
import { needsReprintReason, printedCopies } from './reprint-copies.ts';
import styles from './reprint-dialog.module.css';

const REASONS = ['torn', 'pale', 'lost', 'wrong-media', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** Asks before one more copy is printed: which copy it is, and from the third on why. */
export function ReprintDialog(props: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords();
  const { order, onClose } = props;
  const copies = printedCopies(order);
  const copy = copies + 1;
  const [reason, setReason] = useState<Reason | null>(null);
  const [own, setOwn] = useState('');
  const reasonWords = (id: Reason) => (id === 'other' ? t('order:reprint.other') : t(`order:reprint.reasons.${id}`));
  const needsReason = needsReprintReason(copies);
  const said = reason === 'other' ? own.trim() : reason === null ? '' : reasonWords(reason);
  const print = () => {
    onClose();
    void carryOut('reprint', invoke('printing.reprint', { id: order.card.orderId, reason: said }));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('common:action.cancel')}</Button>
      <Button kind="primary" icon="printer" isDisabled={needsReason && said === ''} onPress={print}>
        {t('order:reprint.do')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('order:reprint.title', { copy })} actions={actions}>
      <div className={styles['form']}>
        <p className={styles['lead']}>{t('order:reprint.body')}</p>
        {needsReason ? (
          <Choices
            look="grid"
            label={t('order:reprint.reason', { copy })}
            value={reason}
            options={REASONS.map((id) => ({ value: id, text: reasonWords(id) }))}
            onChange={setReason}
          />
        ) : null}
        {reason === 'other' ? (
          <TextField label={t('order:reprint.other')} value={own} maxLength={200} autoFocus onChange={setOwn} />
        ) : null}
      </div>
    </Dialog>
  );
}
