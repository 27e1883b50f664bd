import type { PreferencesView } from '../../../src-main/contract/methods/app.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setPreferences, usePreferences } from '../../stores/app-state.ts';
import { showError } from '../../stores/toast.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DataSettings } from './data-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { MoneySettings } from './money-settings.tsx';
import { NoticeSettings } from './notice-settings.tsx';
import styles from './settings-page.module.css';
import { StartSettings } from './start-settings.tsx';
import { TagSettings } from './tag-settings.tsx';
import { WorkSettings } from './work-settings.tsx';

/** Everything that can be set. Each choice is kept at once; there is no save button. */
export function SettingsPage() {
  const t = useWords();
  const preferences = usePreferences();
  const change = (part: Partial<PreferencesView>) => void setPreferences(part).catch(showError);
  return (
    <main className={styles['page']}>
      <div className={styles['inside']}>
        <h1>{t('settings:title')}</h1>
        {preferences === null ? (
          <Skeleton width="100%" height={320} />
        ) : (
          <>
            <LookSettings preferences={preferences} change={change} />
            <WorkSettings preferences={preferences} change={change} />
            <NoticeSettings preferences={preferences} change={change} />
            <StartSettings preferences={preferences} change={change} />
            <TagSettings />
            <MoneySettings />
            <DataSettings />
          </>
        )}
      </div>
    </main>
  );
}
