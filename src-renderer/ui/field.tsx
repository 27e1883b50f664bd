import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** A sentence; turns the control red and is spoken. */
  readonly error?: string | null;
  /** Gets the ids that tie label, hint and error to the control. */
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}

/** Label, control, hint and error as one. TextField and Select are made of it; use it for controls of your own. */
export function Field(props: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const error = props.error ?? null;
  const hasNote = error !== null || props.hint !== undefined;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {props.label}
      </label>
      {props.children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': error !== null })}
      {error !== null ? (
        <p id={noteId} className={styles['error']} role="alert">
          {error}
        </p>
      ) : props.hint === undefined ? null : (
        <p id={noteId} className={styles['hint']}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
