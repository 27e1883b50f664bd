import type { CallError } from '../client/call-error.ts';
import { errorText } from '../i18n/code-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { Button } from './button.tsx';
import styles from './error-note.module.css';
import { Icon } from './icon.tsx';

export interface ErrorNoteProps {
  /** What failed; its code becomes the sentence. */
  readonly error: CallError;
  /** What could not be done, in front of why. */
  readonly what?: string;
  /** Shown as 再试一次 when given and trying again can help. */
  readonly onRetry?: () => void;
}

/** A failure in place: the sentence and its fix as a button. */
export function ErrorNote(props: ErrorNoteProps) {
  const t = useWords();
  const { onRetry } = props;
  return (
    <div className={styles['note']} role="alert">
      <Icon name="alert" />
      <p>
        {props.what === undefined ? null : <b>{props.what} </b>}
        {errorText(props.error, t)}
      </p>
      {onRetry === undefined ? null : (
        <Button size="small" icon="refresh" onPress={onRetry}>
          {t('common:action.retry')}
        </Button>
      )}
    </div>
  );
}
