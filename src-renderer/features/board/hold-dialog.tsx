import { useState } from 'react';
import { holdReasonSchema } from '../../../src-main/contract/values.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog, type HoldReason } from '../../stores/dialogs.ts';
import { nowMs } from '../../stores/now.ts';
import { Choices } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { hold } from './act.ts';
import { QuestionDialog } from './question-dialog.tsx';

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
    <QuestionDialog
      title={t('board:hold.title', { count: props.orderIds.length })}
      answer={t('board:hold.submit')}
      isAnswered={reason !== null}
      onAnswer={submit}
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
    </QuestionDialog>
  );
}
