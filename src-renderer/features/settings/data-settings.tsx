import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useAppStore } from '../../stores/app-state.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SettingsSection } from './settings-section.tsx';
import styles from './settings-page.module.css';

/** Where the data is, that it stays there, and which version this is. */
export function DataSettings() {
  const t = useWords();
  const state = useAppStore((store) => store.state);
  if (state === null) return null;
  return (
    <SettingsSection title={t('settings:data.title')}>
      <p className={styles['promise']}>
        <Icon name="lock" />
        {t('settings:data.promise')}
        {state.isDemo ? <Chip tone="info">{t('settings:data.demo')}</Chip> : null}
      </p>
      <div className={styles['row']}>
        <p>
          {t('settings:data.folder')}
          <span className={styles['path']}>{state.dataFolder}</span>
        </p>
        <Button icon="folder" onPress={() => void invoke('app.showDataFolder', {}).catch(showError)}>
          {t('settings:data.show')}
        </Button>
      </div>
      <p>
        {t('settings:about.name')} · {t('settings:about.version')} {state.version}
      </p>
    </SettingsSection>
  );
}
