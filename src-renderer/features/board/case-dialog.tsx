import { useState } from 'react';
import { caseKindSchema } from '../../../src-main/contract/values.ts';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { nowMs } from '../../stores/now.ts';
import { Choices } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { openCase } from './act.ts';
import { QuestionDialog } from './question-dialog.tsx';

type CaseKind = MethodInput<'orders.openCase'>['kind'];
const DUES = ['none', 'day1', 'days3', 'days7'] as const;
type Due = (typeof DUES)[number];
const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Exclude<Due, 'none'>, number>> = { day1: 1, days3: 3, days7: 7 };

/** Asks which kind of case, what happened, and how long there is. */
export function CaseDialog(props: { readonly orderIds: readonly string[] }) {
  const t = useWords();
  const [kind, setKind] = useState<CaseKind | null>(null);
  const [due, setDue] = useState<Due>('days3');
  const [note, setNote] = useState('');
  const submit = () => {
    if (kind === null) return;
    const dueAtMs = due === 'none' ? null : nowMs() + DAYS[due] * DAY_MS;
    closeDialog();
    void openCase({ ids: [...props.orderIds], kind, note: note.trim(), dueAtMs });
  };
  return (
    <QuestionDialog
      title={t('board:case.title', { count: props.orderIds.length })}
      answer={t('board:case.submit')}
      isAnswered={kind !== null}
      onAnswer={submit}
    >
      <Choices
        label={t('board:case.kind')}
        look="grid"
        autoFocus
        value={kind}
        options={caseKindSchema.options.map((value) => ({ value, text: codeText('caseKind', value, {}, t) }))}
        onChange={setKind}
      />
      <Choices
        label={t('board:case.due')}
        value={due}
        options={DUES.map((value) => ({ value, text: t(`board:case.dues.${value}`) }))}
        onChange={setDue}
      />
      <TextField
        label={t('board:case.note')}
        placeholder={t('board:case.notePlaceholder')}
        value={note}
        rows={3}
        maxLength={4_000}
        onChange={setNote}
      />
    </QuestionDialog>
  );
}
