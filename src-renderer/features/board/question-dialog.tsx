import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './question.module.css';

/** What a move asks before it is done: the fields, and one answer that Enter gives as well. */
export function QuestionDialog(props: {
  readonly title: string;
  readonly answer: string;
  readonly isAnswered: boolean;
  readonly onAnswer: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords();
  return (
    <Dialog
      isOpen
      onClose={closeDialog}
      title={props.title}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:action.cancel')}</Button>
          <Button kind="primary" isDisabled={!props.isAnswered} onPress={props.onAnswer}>
            {props.answer}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          props.onAnswer();
        }}
      >
        {props.children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
