import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { CheckBox } from './check-box.tsx';
import { PromiseSettings } from './promise-settings.tsx';
import { SettingsSection } from './settings-section.tsx';
import styles from './settings-page.module.css';
import type { SettingsProps } from './settings-props.ts';
import { undoWindows } from './undo-windows.ts';

/** How long things can be taken back, when tracking numbers go out, and in which order labels print. */
export function WorkSettings(props: SettingsProps) {
  const t = useWords();
  const { preferences, change } = props;
  const windowText = (windowMs: number) =>
    windowMs === 0
      ? t('settings:work.undoNone')
      : t('settings:work.undoSeconds', { count: Math.round(windowMs / 1_000) });
  return (
    <SettingsSection title={t('settings:work.title')}>
      <div>
        <Choices
          label={t('settings:work.undo')}
          value={String(preferences.undoWindowMs)}
          options={undoWindows(preferences.undoWindowMs).map((windowMs) => ({
            value: String(windowMs),
            text: windowText(windowMs),
          }))}
          onChange={(windowMs) => change({ undoWindowMs: Number(windowMs) })}
        />
        <p className={styles['hint']}>{t('settings:work.undoHelp')}</p>
      </div>
      <Choices
        look="grid"
        label={t('settings:work.push')}
        value={preferences.pushTracking}
        options={[
          { value: 'print', text: t('settings:work.print'), hint: t('settings:work.printHelp') },
          { value: 'hand-over', text: t('settings:work.hand-over'), hint: t('settings:work.hand-overHelp') },
          { value: 'first-scan', text: t('settings:work.first-scan'), hint: t('settings:work.first-scanHelp') },
        ]}
        onChange={(pushTracking) => change({ pushTracking })}
      />
      <div>
        <Choices
          look="grid"
          label={t('settings:work.order.batch')}
          value={preferences.batchSort}
          options={(['given', 'by-sku', 'singles-first'] as const).map((value) => ({
            value,
            text: t(`settings:work.order.${value}`),
            hint: t(`settings:work.order.${value}Help`),
          }))}
          onChange={(batchSort) => change({ batchSort })}
        />
        <CheckBox
          text={t('settings:work.order.reversed')}
          isOn={preferences.batchIsReversed}
          onChange={(batchIsReversed) => change({ batchIsReversed })}
        />
      </div>
      <PromiseSettings />
    </SettingsSection>
  );
}
