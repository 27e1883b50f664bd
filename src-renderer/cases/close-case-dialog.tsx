import { useState } from 'react';
import { caseOutcomeSchema, type CaseView } from '../../src-main/contract/methods/cases.ts';
import { invoke } from '../client/client.ts';
import { codeText } from '../i18n/code-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { carryOut } from '../stores/carry-out.ts';
import { Button } from '../ui/button.tsx';
import { Choices } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ourTitle } from './case-words.ts';

type Outcome = NonNullable<CaseView['outcome']>;

/** How the platform ended a case is not hers to say. */
const OUTCOMES = caseOutcomeSchema.options.filter((outcome) => outcome !== 'by-platform');

/** Asks how the case ended, and closes it. */
export function CloseCaseDialog(props: {
  readonly orderId: string;
  readonly ours: CaseView;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { orderId, ours, onClose } = props;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const close = () => {
    if (outcome === null) return;
    onClose();
    void carryOut('close-case', () => invoke('cases.close', { orderId, caseId: ours.id, outcome }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('cases:close.title')}
      hint={ourTitle(ours, t)}
      actions={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button kind="primary" isDisabled={outcome === null} onPress={close}>
            {t('cases:close.do')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
        }}
      >
        <Choices
          label={t('cases:close.outcome')}
          look="grid"
          autoFocus
          value={outcome}
          options={OUTCOMES.map((value) => ({ value, text: codeText('caseOutcome', value, {}, t) }))}
          onChange={setOutcome}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
