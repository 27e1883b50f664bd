import { PRINTER_LIMITS } from '../../../src-main/contract/printer-limits.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import type { Profile } from './draft.ts';
import { FigureField } from './figure-field.tsx';
import styles from './set-up.module.css';

const AS_IT_IS = 'as-it-is';

/** Where the guide ends and the figures begin: turn, shift, darkness, speed, cutter. */
export function AdvancedFields(props: {
  readonly profile: Profile;
  readonly onChange: (part: Partial<Profile>) => void;
}) {
  const t = useWords();
  const { profile, onChange } = props;
  const { density, speedIps, canCut } = PRINTER_LIMITS[profile.language];
  return (
    <details className={styles['advanced']}>
      <summary>{t('printers:advanced.title')}</summary>
      <Choices
        label={t('printing:form.rotation')}
        value={String(profile.rotation)}
        options={['0', '90', '180', '270'].map((angle) => ({ value: angle, text: `${angle}°` }))}
        onChange={(angle) => onChange({ rotation: Number(angle) as Profile['rotation'] })}
      />
      <div className={styles['triple']}>
        <FigureField
          label={t('printing:form.offsetX')}
          value={profile.offsetXMm}
          lowest={-50}
          highest={50}
          onChange={(offsetXMm) => onChange({ offsetXMm })}
        />
        <FigureField
          label={t('printing:form.offsetY')}
          value={profile.offsetYMm}
          lowest={-50}
          highest={50}
          onChange={(offsetYMm) => onChange({ offsetYMm })}
        />
        <FigureField
          label={t('printers:advanced.feedScale')}
          hint={t('printers:advanced.feedHelp')}
          value={Math.round(profile.feedScale * 1_000) / 10}
          lowest={90}
          highest={110}
          onChange={(percent) => onChange({ feedScale: percent / 100 })}
        />
      </div>
      <div className={styles['triple']}>
        <Select
          label={t('printers:advanced.ink')}
          hint={t('printers:advanced.inkHelp')}
          value={String(inkStep(profile.inkThreshold))}
          options={INK_STEPS.map((step) => ({ value: String(step), text: t(`printers:advanced.inks.${step}`) }))}
          onChange={(step) => onChange({ inkThreshold: Number(step) })}
        />
        {density === null ? null : (
          <FigureField
            label={t('printing:form.density')}
            hint={t('printing:form.densityHelp')}
            placeholder={t('printing:form.densityAuto')}
            value={profile.density}
            lowest={density.min}
            highest={density.max}
            isWhole
            onChange={(typed) => onChange({ density: typed })}
            onClear={() => onChange({ density: null })}
          />
        )}
        {speedIps === null ? null : (
          <Select
            label={t('printers:advanced.speed')}
            value={profile.speedIps === null ? AS_IT_IS : String(profile.speedIps)}
            options={[
              { value: AS_IT_IS, text: t('printing:form.densityAuto') },
              ...SPEEDS.filter((speed) => Number(speed) <= speedIps.max).map((speed) => ({
                value: speed,
                text: t('printers:advanced.ips', { speed }),
              })),
            ]}
            onChange={(speed) => onChange({ speedIps: speed === AS_IT_IS ? null : Number(speed) })}
          />
        )}
      </div>
      {canCut ? (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={profile.cut === 'each'}
            onChange={(event) => onChange({ cut: event.target.checked ? 'each' : 'none' })}
          />
          {t('printers:advanced.cut')}
        </label>
      ) : null}
    </details>
  );
}

const SPEEDS = ['2', '3', '4', '5', '6', '8'] as const;
const INK_STEPS = [120, 160, 200] as const;

/** The named step that is nearest to a threshold. */
function inkStep(threshold: number): (typeof INK_STEPS)[number] {
  if (threshold < 140) return 120;
  return threshold < 180 ? 160 : 200;
}
