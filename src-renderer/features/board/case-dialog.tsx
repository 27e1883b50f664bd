import { useState } from 'react';
import { NEW_CASE, openInput } from '../../cases/case-draft.ts';
import { CaseForm } from '../../cases/case-form.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { nowMs } from '../../stores/now.ts';
import { openCase } from './act.ts';
import { QuestionDialog } from './question-dialog.tsx';

/** Asks which kind of case, why, what happened, and how long there is. */
export function CaseDialog(props: { readonly orderIds: readonly string[] }) {
  const t = useWords();
  const [draft, setDraft] = useState(NEW_CASE);
  const input = openInput(props.orderIds, draft, nowMs());
  const submit = () => {
    if (input === null) return;
    closeDialog();
    void openCase(input);
  };
  return (
    <QuestionDialog
      title={t('board:case.title', { count: props.orderIds.length })}
      answer={t('board:case.submit')}
      isAnswered={input !== null}
      onAnswer={submit}
    >
      <CaseForm draft={draft} hasNote onChange={setDraft} />
    </QuestionDialog>
  );
}
