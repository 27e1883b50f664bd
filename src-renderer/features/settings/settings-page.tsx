import type { PreferencesView } from '../../../src-main/contract/methods/app.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setPreferences, usePreferences } from '../../stores/app-state.ts';
import { showError } from '../../stores/toast.ts';
import { Choices } from '../../ui/choices.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DataSettings } from './data-settings.tsx';
import { NoticeSettings } from './notice-settings.tsx';
import styles from './settings-page.module.css';
import type { SettingsProps } from './settings-props.ts';
import { SettingsSection } from './settings-section.tsx';
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
            <DataSettings />
          </>
        )}
      </div>
    </main>
  );
}

function LookSettings(props: SettingsProps) {
  const t = useWords();
  const { preferences, change } = props;
  return (
    <SettingsSection title={t('settings:look.title')}>
      <Choices
        label={t('settings:language.title')}
        value={preferences.language}
        options={(['system', 'zh-CN', 'zh-TW', 'en'] as const).map((value) => ({
          value,
          text: t(`settings:language.${value}`),
        }))}
        onChange={(language) => change({ language })}
      />
      <Choices
        label={t('settings:look.theme')}
        value={preferences.theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, text: t(`settings:look.${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <div>
        <Choices
          label={t('settings:look.density')}
          value={preferences.density}
          options={(['comfortable', 'compact'] as const).map((value) => ({ value, text: t(`settings:look.${value}`) }))}
          onChange={(density) => change({ density })}
        />
        <p className={styles['hint']}>{t('settings:look.densityHelp')}</p>
      </div>
    </SettingsSection>
  );
}
