import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { TextField } from '../../ui/text-field.tsx';

/** A figure, typed with either decimal mark; only what lies within the bounds is handed on. */
export function FigureField(props: {
  readonly label: string;
  readonly value: number | null;
  readonly lowest: number;
  readonly highest: number;
  readonly isWhole?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly onChange: (value: number) => void;
  /** Lets it be left empty. */
  readonly onClear?: () => void;
}) {
  const t = useWords();
  const { value, lowest, highest, onClear } = props;
  const [text, setText] = useState(textOf(value));
  useEffect(() => setText((last) => (figureOf(last) === value ? last : textOf(value))), [value]);
  const isGood = (typed: string): boolean => {
    if (typed.trim() === '') return onClear !== undefined;
    const figure = figureOf(typed);
    return (
      figure !== null && figure >= lowest && figure <= highest && (props.isWhole !== true || Number.isInteger(figure))
    );
  };
  return (
    <TextField
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      value={text}
      error={isGood(text) ? null : t('printers:bounds', { lowest, highest })}
      onChange={(typed) => {
        setText(typed);
        if (!isGood(typed)) return;
        const figure = figureOf(typed);
        if (figure === null) onClear?.();
        else props.onChange(figure);
      }}
    />
  );
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** Null for anything that is no figure. */
function figureOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
