import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { storeFaultOf } from './passphrase-rules.ts';
import styles from './vault-screen.module.css';

/** The store did not open: what is so, what to do, where the files are. The file itself was left as it was. */
export function Recovery(props: { readonly fault: string | null; readonly dataFolder: string }) {
  const t = useWords();
  const fault = storeFaultOf(props.fault);
  return (
    <section className={styles['panel']}>
      <h1>{t('onboarding:vault.recovery.title')}</h1>
      <p className={styles['what']} role="alert">
        <Icon name="alert" />
        {codeText('recovery', props.fault ?? 'failed', {}, t)}
      </p>
      <ol className={styles['steps']}>
        <li>{t(`onboarding:vault.recovery.todo.${fault}.1`)}</li>
        <li>{t(`onboarding:vault.recovery.todo.${fault}.2`)}</li>
      </ol>
      <Button
        kind="primary"
        size="large"
        icon="folder"
        onPress={() => void invoke('app.showDataFolder', {}).catch(showError)}
      >
        {t('onboarding:vault.recovery.folder')}
      </Button>
      <p className={styles['where']}>
        {t('onboarding:vault.recovery.where')} <code>{props.dataFolder}</code>
      </p>
    </section>
  );
}
