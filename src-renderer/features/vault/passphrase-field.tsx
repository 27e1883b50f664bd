import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Field } from '../../ui/field.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './vault-screen.module.css';

/** A passphrase being typed; says so when caps lock would spoil it. */
export function PassphraseField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isShown: boolean;
  readonly isNew: boolean;
  readonly error: string | null;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}) {
  const t = useWords();
  const [hasCaps, setHasCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => setHasCaps(event.getModifierState('CapsLock'));
  return (
    <div>
      <Field label={props.label} error={props.error} {...(props.hint === undefined ? {} : { hint: props.hint })}>
        {(ids) => (
          <input
            {...ids}
            className={fieldStyles['control']}
            type={props.isShown ? 'text' : 'password'}
            autoComplete={props.isNew ? 'new-password' : 'current-password'}
            autoFocus={props.autoFocus}
            spellCheck={false}
            maxLength={200}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyUp={watchCaps}
          />
        )}
      </Field>
      {hasCaps ? (
        <p className={styles['caps']} role="status">
          {t('onboarding:vault.unlock.caps')}
        </p>
      ) : null}
    </div>
  );
}
