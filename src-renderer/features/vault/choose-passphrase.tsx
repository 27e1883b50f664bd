import { useState, type FormEvent } from 'react';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseFault, passphraseLength } from './passphrase-rules.ts';
import styles from './vault-screen.module.css';

/** The first start on a computer without a keychain: why a passphrase, and that nobody can bring it back. */
export function ChoosePassphrase() {
  const t = useWords();
  return (
    <section className={styles['panel']}>
      <h1>{t('onboarding:vault.choose.title')}</h1>
      <p className={styles['lead']}>{t('onboarding:vault.choose.body')}</p>
      <p className={styles['warning']}>
        <Icon name="alert" />
        {t('onboarding:vault.choose.lost')}
      </p>
      <ChooseForm />
    </section>
  );
}

function ChooseForm() {
  const t = useWords();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const fault = passphraseFault(first, again);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (fault !== null || isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      await invoke('app.choosePassphrase', { passphrase: first });
    } catch (thrown) {
      setError(asCallError(thrown));
    }
    setIsBusy(false);
  };

  const shared = { isShown, isNew: true };
  const length = t('onboarding:vault.choose.length', { count: passphraseLength(first) });
  return (
    <form className={styles['form']} onSubmit={submit}>
      <PassphraseField
        {...shared}
        autoFocus
        label={t('onboarding:vault.choose.first')}
        value={first}
        onChange={setFirst}
        hint={first === '' ? t('onboarding:vault.choose.short') : length}
        error={wasTried && fault === 'short' ? t('onboarding:vault.choose.short') : null}
      />
      <PassphraseField
        {...shared}
        label={t('onboarding:vault.choose.again')}
        value={again}
        onChange={setAgain}
        error={wasTried && fault === 'differ' ? t('onboarding:vault.choose.differ') : null}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <div className={styles['row']}>
        <Button type="submit" kind="primary" size="huge" isBusy={isBusy}>
          {isBusy ? t('onboarding:vault.choose.doing') : t('onboarding:vault.choose.do')}
        </Button>
        <label className={styles['show']}>
          <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
          {t('onboarding:vault.choose.show')}
        </label>
      </div>
    </form>
  );
}
