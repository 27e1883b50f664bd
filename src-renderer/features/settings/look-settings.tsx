import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { DensityPreview } from './density-preview.tsx';
import type { SettingsProps } from './settings-props.ts';
import { SettingsSection } from './settings-section.tsx';

/** Language, theme and density; each is seen at once. */
export function LookSettings(props: SettingsProps) {
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
          look="grid"
          label={t('settings:look.density')}
          value={preferences.density}
          options={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            text: t(`settings:look.${value}`),
            hint: t(`settings:look.${value}Help`),
          }))}
          onChange={(density) => change({ density })}
        />
        <DensityPreview />
      </div>
    </SettingsSection>
  );
}
