import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { nowMs } from '../../stores/now.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pastedCode } from './authorisation-code.ts';
import type { FieldFault, SettingField } from './connect-form.ts';
import styles from './connect-form.module.css';
import { fieldText, optionText } from './field-words.ts';

interface InputProps {
  readonly platform: CardView['platform'];
  readonly field: SettingField;
  readonly value: string;
  readonly fault: FieldFault | null;
  /** A secret that is kept when this is left empty. */
  readonly isKept: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of a platform's form, with where to find what belongs into it. */
export function SettingInput(props: InputProps) {
  const { field } = props;
  if (field.choices !== null) return <ChoiceInput {...props} choices={field.choices} />;
  if (field.input === 'date') return <DateInput {...props} />;
  return field.secret ? <SecretInput {...props} /> : <TextInput {...props} type="text" />;
}

/** Few words side by side, many or long ones in a list. */
function ChoiceInput(props: InputProps & { readonly choices: readonly string[] }) {
  const t = useWords();
  const { platform, field, value, choices, onChange } = props;
  const label = fieldText(platform, field.key, 'label', t);
  const help = fieldText(platform, field.key, 'help', t);
  const options = choices.map((choice) => ({ value: choice, text: optionText(platform, field.key, choice, t) }));
  const isShort = options.length <= 3 && options.every(({ text }) => text.length <= 16);
  if (isShort) {
    return (
      <Choices label={help === '' ? label : `${label} · ${help}`} value={value} options={options} onChange={onChange} />
    );
  }
  return <Select label={label} hint={help} value={value} options={options} onChange={onChange} />;
}

function TextInput(props: InputProps & { readonly type: 'text' | 'password' | 'date' }) {
  const t = useWords();
  const { platform, field, fault, isKept, onChange } = props;
  const help = fieldText(platform, field.key, 'help', t);
  const error =
    fault === null
      ? null
      : fault === 'missing'
        ? t('shops:fieldFault.missing')
        : fieldText(platform, field.key, 'malformed', t);
  const isCode = field.input === 'authorisation-code';
  return (
    <TextField
      isCode
      label={fieldText(platform, field.key, 'label', t)}
      type={props.type}
      value={props.value}
      error={error}
      isRequired={field.required && !isKept}
      autoFocus={props.autoFocus}
      maxLength={2_000}
      onChange={(value) => onChange(isCode ? pastedCode(value) : value)}
      {...(isKept ? { placeholder: t('shops:connect.kept') } : {})}
      {...(help === '' ? {} : { hint: help })}
    />
  );
}

/** Masked until the eye is pressed. */
function SecretInput(props: InputProps) {
  const t = useWords();
  const [isShown, setIsShown] = useState(props.field.input === 'authorisation-code');
  return (
    <div className={styles['secret']}>
      <TextInput {...props} type={isShown ? 'text' : 'password'} />
      <IconButton
        icon="eye"
        isPressed={isShown}
        label={isShown ? t('shops:connect.hide') : t('shops:connect.show')}
        className={styles['eye'] ?? ''}
        onPress={() => setIsShown((last) => !last)}
      />
    </div>
  );
}

/** A day, most often the one on which the form is filled. */
function DateInput(props: InputProps) {
  const t = useWords();
  return (
    <div className={styles['date']}>
      <TextInput {...props} type="date" />
      <Button onPress={() => props.onChange(dayText(nowMs()))}>{t('common:day.today')}</Button>
    </div>
  );
}

/** yyyy-mm-dd by the calendar of this machine. */
function dayText(atMs: number): string {
  const day = new Date(atMs);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
