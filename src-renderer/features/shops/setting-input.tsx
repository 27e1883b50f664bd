import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { optionsOf, type FieldFault, type SettingField } from './connect-form.ts';
import styles from './connect-form.module.css';
import { fieldText, optionText } from './field-words.ts';

/** One field of a platform's form, with where to find what belongs into it. */
export function SettingInput(props: {
  readonly platform: CardView['platform'];
  readonly field: SettingField;
  readonly value: string;
  readonly fault: FieldFault | null;
  readonly autoFocus: boolean;
  readonly onChange: (value: string) => void;
}) {
  const t = useWords();
  const [isShown, setIsShown] = useState(false);
  const { platform, field, value, fault, onChange } = props;
  const label = fieldText(platform, field.key, 'label', t);
  const help = fieldText(platform, field.key, 'help', t);
  const options = optionsOf(field);
  if (options !== null) {
    const texts = options.map((option) => ({ value: option, text: optionText(platform, field.key, option, t) }));
    return (
      <Choices label={help === '' ? label : `${label} · ${help}`} value={value} options={texts} onChange={onChange} />
    );
  }
  const error =
    fault === null
      ? null
      : fault === 'missing'
        ? t('shops:fieldFault.missing')
        : fieldText(platform, field.key, 'malformed', t);
  const input = (
    <TextField
      isCode
      label={label}
      type={field.secret && !isShown ? 'password' : 'text'}
      value={value}
      error={error}
      isRequired={field.required}
      autoFocus={props.autoFocus}
      maxLength={2_000}
      onChange={onChange}
      {...(help === '' ? {} : { hint: help })}
    />
  );
  if (!field.secret) return input;
  return (
    <div className={styles['secret']}>
      {input}
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
