import { useId } from 'react';
import type { PreferencesView } from '../../../src-main/contract/methods/app.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setPreferences, useAppStore } from '../../stores/app-state.ts';
import { showError } from '../../stores/toast.ts';
import styles from './first-run.module.css';

const LANGUAGES = ['system', 'zh-CN', 'zh-TW', 'en'] as const satisfies readonly PreferencesView['language'][];

/** Language of the window; each names itself, so that nobody has to read the wrong one to find the right one. */
export function LanguageChoice() {
  const t = useWords();
  const id = useId();
  const state = useAppStore((store) => store.state);
  if (state === null) return null;
  const names = (language: (typeof LANGUAGES)[number]) =>
    language === 'system' ? t('settings:language.system') : t(`settings:language.${language}`);
  const change = (text: string) => {
    const language = LANGUAGES.find((known) => known === text);
    if (language !== undefined) setPreferences({ language }).catch(showError);
  };
  return (
    <span className={styles['language']}>
      <label htmlFor={id}>{t('onboarding:language.label')}</label>
      <select id={id} value={state.preferences.language} onChange={(event) => change(event.target.value)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {language === 'system' && state.preferences.language === 'system'
              ? t('onboarding:language.system', { name: t(`settings:language.${state.locale}`) })
              : names(language)}
          </option>
        ))}
      </select>
    </span>
  );
}
