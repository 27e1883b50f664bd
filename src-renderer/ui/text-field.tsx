import { Field } from './field.tsx';
import styles from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number' | 'datetime-local' | 'date' | 'search';
  readonly placeholder?: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** More than one makes it a text area. */
  readonly rows?: number;
  /** Monospaced: keys, numbers. */
  readonly isCode?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly onBlur?: () => void;
}

/** One line or several of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Field label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })} error={props.error ?? null}>
      {(ids) => {
        const shared = {
          ...ids,
          className: styles['control'],
          value: props.value,
          placeholder: props.placeholder,
          disabled: props.isDisabled,
          required: props.isRequired,
          autoFocus: props.autoFocus,
          maxLength: props.maxLength,
          autoComplete: props.autoComplete ?? 'off',
          spellCheck: false,
          onBlur: props.onBlur,
          'data-is-code': props.isCode === true ? '' : undefined,
        };
        return (props.rows ?? 1) > 1 ? (
          <textarea {...shared} rows={props.rows} onChange={(event) => props.onChange(event.target.value)} />
        ) : (
          <input {...shared} type={props.type ?? 'text'} onChange={(event) => props.onChange(event.target.value)} />
        );
      }}
    </Field>
  );
}
