import { useState } from 'react';
import type { CaseView } from '../../src-main/contract/methods/cases.ts';
import { invoke } from '../client/client.ts';
import { useWords } from '../i18n/use-words.ts';
import { carryOut } from '../stores/carry-out.ts';
import { nowMs } from '../stores/now.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { draftOf, dueOf, isCaseReady } from './case-draft.ts';
import { CaseForm } from './case-form.tsx';

/** Changes kind, reason and due time of a case. */
export function ChangeCaseDialog(props: {
  readonly orderId: string;
  readonly ours: CaseView;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { orderId, ours, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf(ours));
  const save = () => {
    if (!isCaseReady(draft)) return;
    const { kind, reason } = draft;
    const input = { orderId, caseId: ours.id, kind, reason, dueAtMs: dueOf(draft, nowMs()) };
    onClose();
    void carryOut('change-case', () => invoke('cases.change', input));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('cases:change.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button kind="primary" isDisabled={!isCaseReady(draft)} onPress={save}>
            {t('cases:change.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <CaseForm draft={draft} hasNote={false} onChange={setDraft} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
