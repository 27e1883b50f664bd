import { useState, type ReactNode } from 'react';
import { asCallError } from '../../client/call-error.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './view-name-form.module.css';

/** Longest name of a view that the toolbar still shows well. */
const MAX_NAME = 40;

/** The name of a view, and what keeps it. `children`: another way to go. */
export function ViewNameForm(props: {
  readonly name: string;
  readonly submit: string;
  readonly onSubmit: (name: string) => Promise<void>;
  readonly children?: ReactNode;
}) {
  const t = useWords();
  const [name, setName] = useState(props.name);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isNamed = name.trim() !== '';
  const submit = async () => {
    if (!isNamed || isBusy) return;
    setIsBusy(true);
    try {
      await props.onSubmit(name.trim());
    } catch (thrown) {
      setError(errorText(asCallError(thrown)));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form
      className={styles['form']}
      onFocus={({ target }) => {
        if (target instanceof HTMLInputElement) target.select();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('board:views.name')}
        value={name}
        maxLength={MAX_NAME}
        autoFocus
        error={error}
        onChange={(text) => {
          setName(text);
          setError(null);
        }}
      />
      <div className={styles['actions']}>
        {props.children}
        <Button kind="primary" type="submit" isDisabled={!isNamed} isBusy={isBusy}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
