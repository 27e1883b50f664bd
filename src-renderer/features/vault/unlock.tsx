import { useState, type FormEvent } from 'react';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import styles from './vault-screen.module.css';

/** Asks for the passphrase at a start. What was typed stays after a wrong try, so that one letter can be mended. */
export function Unlock() {
  const t = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [wrongCount, setWrongCount] = useState(0);
  const [error, setError] = useState<CallError | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      await invoke('app.unlock', { passphrase });
    } catch (thrown) {
      const fault = asCallError(thrown);
      if (fault.code === 'wrong-passphrase') setWrongCount((count) => count + 1);
      else setError(fault);
    }
    setIsBusy(false);
  };

  return (
    <section className={styles['panel']}>
      <h1>{t('onboarding:vault.unlock.title')}</h1>
      <p className={styles['lead']}>{t('onboarding:vault.unlock.body')}</p>
      <form className={styles['form']} onSubmit={submit}>
        <PassphraseField
          autoFocus
          isNew={false}
          isShown={isShown}
          label={t('onboarding:vault.unlock.label')}
          value={passphrase}
          onChange={setPassphrase}
          error={wrongWords(wrongCount, t)}
        />
        {error === null ? null : <ErrorNote error={error} />}
        <div className={styles['row']}>
          <Button type="submit" kind="primary" size="huge" isBusy={isBusy} keys={['Enter']}>
            {isBusy ? t('onboarding:vault.unlock.doing') : t('onboarding:vault.unlock.do')}
          </Button>
          <label className={styles['show']}>
            <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
            {t('onboarding:vault.choose.show')}
          </label>
        </div>
      </form>
    </section>
  );
}

function wrongWords(count: number, t: ReturnType<typeof useWords>): string | null {
  if (count === 0) return null;
  return count === 1 ? t('onboarding:vault.unlock.wrong') : t('onboarding:vault.unlock.wrongCount', { count });
}
