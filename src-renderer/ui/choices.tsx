import { useId } from 'react';
import styles from './choices.module.css';

export interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly hint?: string }[];
  readonly onChange: (value: Value) => void;
  /** segments — side by side (2 to 4 short words) · grid — tiles two abreast */
  readonly look?: 'segments' | 'grid';
  /** The keyboard starts here. */
  readonly autoFocus?: boolean;
}

/** One of a few, all in sight: radio buttons underneath. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['choices']} data-look={props.look ?? 'segments'}>
      <legend>{props.label}</legend>
      <div className={styles['options']}>
        {props.options.map((option, index) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={name}
              checked={props.value === option.value}
              autoFocus={
                props.autoFocus === true && (props.value === null ? index === 0 : props.value === option.value)
              }
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.text}</span>
            {option.hint === undefined ? null : <small>{option.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
