import { useState } from 'react';
import { holdReasonSchema } from '../../../src-main/contract/values.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog, type HoldReason } from '../../stores/dialogs.ts';
import { nowMs } from '../../stores/now.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { hold } from './act.ts';
import styles from './question.module.css';

const ENDS = ['none', 'tomorrow', 'days3', 'week'] as const;
type End = (typeof ENDS)[number];
const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Exclude<End, 'none'>, number>> = { tomorrow: 1, days3: 3, week: 7 };

/** When the hold ends: nine in the morning, so many days from now. */
function endOf(end: End): number | null {
  return end === 'none' ? null : new Date(nowMs() + DAYS[end] * DAY_MS).setHours(9, 0, 0, 0);
}

/** Asks why, and until when. One press for the reason is enough. */
export function HoldDialog(props: { readonly orderIds: readonly string[]; readonly reason: HoldReason | null }) {
  const t = useWords();
  const [reason, setReason] = useState(props.reason);
  const [end, setEnd] = useState<End>('none');
  const [note, setNote] = useState('');
  const submit = () => {
    if (reason === null) return;
    closeDialog();
    void hold({ ids: [...props.orderIds], reason, note: note.trim(), untilMs: endOf(end) });
  };
  return (
    <Dialog
      isOpen
      onClose={closeDialog}
      title={t('board:hold.title', { count: props.orderIds.length })}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:action.cancel')}</Button>
          <Button kind="primary" isDisabled={reason === null} onPress={submit}>
            {t('board:hold.submit')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Choices
          label={t('board:hold.reason')}
          look="grid"
          autoFocus
          value={reason}
          options={holdReasonSchema.options.map((value) => ({ value, text: codeText('holdReason', value, {}, t) }))}
          onChange={setReason}
        />
        <Choices
          label={t('board:hold.until')}
          value={end}
          options={ENDS.map((value) => ({ value, text: t(`board:hold.ends.${value}`) }))}
          onChange={setEnd}
        />
        <TextField
          label={t('board:hold.note')}
          placeholder={t('board:hold.notePlaceholder')}
          value={note}
          maxLength={200}
          onChange={setNote}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
