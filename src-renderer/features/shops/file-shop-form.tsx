import { useState, type FormEvent } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './connect-form.module.css';

/** A shop without API: it only needs a name. */
export function FileShopForm(props: {
  readonly platform: CardView['platform'];
  readonly onAdded: () => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const [name, setName] = useState<string>(t(`common:platform.${props.platform}`));
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const isMissing = name.trim() === '';
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (isMissing || isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      await invoke('shops.addFileShop', { platform: props.platform, name: name.trim() });
      props.onAdded();
    } catch (thrown) {
      setError(asCallError(thrown));
    }
    setIsBusy(false);
  };
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void add(event)}>
      <div className={styles['how']}>
        <p>{t('shops:way.fileHelp')}</p>
        <ol>
          {(['1', '2', '3'] as const).map((step) => (
            <li key={step}>{t(`shops:way.how.${step}`)}</li>
          ))}
        </ol>
      </div>
      <TextField
        label={t('shops:connect.name')}
        placeholder={t('shops:connect.namePlaceholder')}
        maxLength={200}
        value={name}
        error={isMissing ? t('shops:fieldFault.missing') : null}
        onChange={setName}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <div className={styles['actions']}>
        <Button kind="quiet" onPress={props.onCancel}>
          {t('shops:connect.cancel')}
        </Button>
        <Button type="submit" kind="primary" isBusy={isBusy} isDisabled={isMissing}>
          {t('shops:connect.do')}
        </Button>
      </div>
    </form>
  );
}
