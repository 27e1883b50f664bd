import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { CheckBox } from './check-box.tsx';
import styles from './settings-page.module.css';
import type { SettingsProps } from './settings-props.ts';
import { SettingsSection } from './settings-section.tsx';

/** What the window opens with, and whether the app is there when it is closed. */
export function StartSettings(props: SettingsProps) {
  const t = useWords();
  const { preferences, change } = props;
  return (
    <SettingsSection title={t('settings:start.title')}>
      <Choices
        look="grid"
        label={t('settings:start.firstPlace')}
        value={preferences.firstPlace}
        options={(['today', 'board'] as const).map((value) => ({
          value,
          text: t(`settings:start.${value}`),
          hint: t(`settings:start.${value}Help`),
        }))}
        onChange={(firstPlace) => change({ firstPlace })}
      />
      <CheckBox
        text={t('settings:start.atLogin')}
        isOn={preferences.startsAtLogin}
        onChange={(startsAtLogin) => change({ startsAtLogin })}
      />
      <div>
        <CheckBox
          text={t('settings:start.inTray')}
          isOn={preferences.staysInTray}
          onChange={(staysInTray) => change({ staysInTray })}
        />
        <p className={styles['hint']}>{t('settings:start.inTrayHelp')}</p>
      </div>
    </SettingsSection>
  );
}
