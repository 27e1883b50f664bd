import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** One of a few. The system's own list opens: best with keyboard, touch and screen readers. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const pick = (value: string) => {
    const option = props.options.find((candidate) => candidate.value === value);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <Field label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })} error={props.error ?? null}>
      {(ids) => (
        <span className={styles['box']}>
          <select
            {...ids}
            className={fieldStyles['control']}
            value={props.value}
            disabled={props.isDisabled}
            onChange={(event) => pick(event.target.value)}
          >
            {props.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
          <Icon name="down" size={14} className={styles['arrow'] ?? ''} />
        </span>
      )}
    </Field>
  );
}
