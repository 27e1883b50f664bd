import { useWords } from '../../i18n/use-words.ts';
import { useAppStore } from '../../stores/app-state.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { Recovery } from './recovery.tsx';
import { Starting } from './starting.tsx';
import { Unlock } from './unlock.tsx';
import styles from './vault-screen.module.css';

/** What stands before the store is open: opening, choosing a passphrase, asking for it, or saying what is wrong. */
export function VaultScreen() {
  const t = useWords();
  return (
    <main className={styles['screen']}>
      <div className={styles['middle']}>
        <PhaseScreen />
      </div>
      <footer className={styles['foot']}>
        <Icon name="lock" />
        {t('onboarding:promise')}
      </footer>
    </main>
  );
}

function PhaseScreen() {
  const state = useAppStore((store) => store.state);
  switch (state?.phase) {
    case 'new-passphrase':
      return <ChoosePassphrase />;
    case 'passphrase':
      return <Unlock />;
    case 'recovery':
      return <Recovery fault={state.fault} dataFolder={state.dataFolder} />;
    default:
      return <Starting />;
  }
}
