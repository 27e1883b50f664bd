import { useId, useState } from 'react';
import fieldStyles from '../../ui/field.module.css';
import { readFigure } from './exchange-rates.ts';
import styles from './money-settings.module.css';

/** A figure that stands once the field is left; empty means not known. */
export function FigureField(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** What is said of a text that is no such figure. */
  readonly wrong: string;
  readonly onChange: (value: number | null) => void;
}) {
  const id = useId();
  const { value } = props;
  const shown = value === null ? '' : String(value);
  const [text, setText] = useState(shown);
  const [isWrong, setIsWrong] = useState(false);
  const settle = () => {
    const figure = readFigure(text, props.least, props.most);
    setIsWrong(figure === undefined);
    if (figure !== undefined && figure !== value) props.onChange(figure);
  };
  return (
    <>
      <label className={styles['label']} htmlFor={id} data-is-hidden={props.isLabelHidden === true || undefined}>
        {props.label}
      </label>
      <input
        id={id}
        className={fieldStyles['control']}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        maxLength={16}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setText(shown);
        }}
      />
      {isWrong ? (
        <small id={`${id}-wrong`} className={fieldStyles['error']} role="alert">
          {props.wrong}
        </small>
      ) : null}
    </>
  );
}
