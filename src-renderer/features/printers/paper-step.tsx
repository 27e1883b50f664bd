import type { PrinterRoleView } from '../../../src-main/contract/methods/printers.ts';
import { useWords } from '../../i18n/use-words.ts';
import { MEDIA_PRESETS, presetOf } from '../../printing/media-presets.ts';
import { Choices } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AdvancedFields } from './advanced-fields.tsx';
import { withDpi, withLanguage, type Draft, type Profile } from './draft.ts';
import { FigureField } from './figure-field.tsx';
import { StepHead } from './step-head.tsx';
import styles from './set-up.module.css';

const ROLES = ['label', 'slip', 'sheet'] as const;
const DPIS = ['203', '300', '600'] as const;
const LANGUAGES = ['tspl', 'zpl', 'epl', 'cpcl', 'escpos'] as const;
const OWN = 'own';

/** What it prints and on what: name, role, loaded stock; language and resolution as far as they are known. */
export function PaperStep(props: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const t = useWords();
  const { draft, onChange } = props;
  const changeProfile = (part: Partial<Profile>) => onChange({ ...draft, profile: { ...draft.profile, ...part } });
  return (
    <section className={styles['form']}>
      <StepHead title={t('printers:paper.title')} lead={t('printers:paper.lead')} />
      <div className={styles['panel']}>
        <TextField
          label={t('printing:form.name')}
          maxLength={200}
          value={draft.name}
          error={draft.name.trim() === '' ? t('printing:form.fault.name') : null}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <Roles draft={draft} onChange={onChange} />
        <Stock profile={draft.profile} onChange={changeProfile} />
        {draft.profile.language === 'page' ? null : (
          <div className={styles['pair']}>
            <Select
              label={t('printing:form.language')}
              hint={draft.isLanguageKnown ? t('printers:paper.languageKnown') : t('printers:paper.languageUnknown')}
              value={draft.profile.language}
              options={LANGUAGES.map((value) => ({ value, text: t(`printing:language.${value}`) }))}
              onChange={(language) => onChange(withLanguage(draft, language))}
            />
            <Select
              label={t('printing:form.dpi')}
              hint={t('printers:paper.dpiHelp')}
              value={String(draft.profile.dpi) as (typeof DPIS)[number]}
              options={DPIS.map((dpi) => ({ value: dpi, text: `${dpi} dpi` }))}
              onChange={(dpi) => onChange({ ...draft, profile: withDpi(draft.profile, Number(dpi) as Profile['dpi']) })}
            />
          </div>
        )}
        <AdvancedFields profile={draft.profile} onChange={changeProfile} />
      </div>
    </section>
  );
}

function Roles(props: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const t = useWords();
  const { draft, onChange } = props;
  const toggle = (role: PrinterRoleView) =>
    onChange({
      ...draft,
      roles: draft.roles.includes(role) ? draft.roles.filter((known) => known !== role) : [...draft.roles, role],
    });
  return (
    <fieldset className={styles['roles']}>
      <legend>{t('printers:paper.roles')}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input type="checkbox" checked={draft.roles.includes(role)} onChange={() => toggle(role)} />
          <span>
            {t(`printing:role.${role}`)}
            <small>{t(`printers:paper.role.${role}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const RECEIPTS = { 'receipt-80': 80, 'receipt-58': 58 } as const;
const A4 = { widthMm: 210, heightMm: 297 } as const;

function Stock(props: { readonly profile: Profile; readonly onChange: (part: Partial<Profile>) => void }) {
  const t = useWords();
  const { profile, onChange } = props;
  const { mediaWidthMm, mediaHeightMm } = profile;
  if (profile.language === 'escpos') {
    return (
      <Choices
        label={t('printing:form.media')}
        value={mediaWidthMm <= 60 ? 'receipt-58' : 'receipt-80'}
        options={(['receipt-80', 'receipt-58'] as const).map((id) => ({ value: id, text: t(`printers:paper.${id}`) }))}
        onChange={(id) => onChange({ mediaWidthMm: RECEIPTS[id], headDots: id === 'receipt-58' ? 384 : 576 })}
      />
    );
  }
  const isA4 = mediaWidthMm === A4.widthMm && mediaHeightMm === A4.heightMm;
  const preset = isA4 ? 'a4' : (presetOf(mediaWidthMm, mediaHeightMm)?.id ?? OWN);
  const pick = (id: string) => {
    const found = id === 'a4' ? A4 : MEDIA_PRESETS.find((candidate) => candidate.id === id);
    if (found !== undefined) onChange({ mediaWidthMm: found.widthMm, mediaHeightMm: found.heightMm });
  };
  return (
    <>
      <div className={styles['pair']}>
        <Select
          label={t('printing:form.media')}
          value={preset}
          options={[
            ...MEDIA_PRESETS.map(({ id }) => ({ value: id as string, text: t(`printing:preset.${id}`) })),
            { value: 'a4', text: 'A4' },
            { value: OWN, text: t('printing:form.mediaOwn') },
          ]}
          onChange={pick}
        />
        {profile.language === 'page' ? null : (
          <Select
            label={t('printing:form.tracking')}
            value={profile.mediaTracking}
            options={(['gap', 'mark', 'continuous'] as const).map((id) => ({
              value: id,
              text: t(`printing:form.trackings.${id}`),
            }))}
            onChange={(mediaTracking) => onChange({ mediaTracking })}
          />
        )}
      </div>
      <div className={styles['triple']}>
        <FigureField
          label={t('printing:form.width')}
          value={mediaWidthMm}
          lowest={10}
          highest={300}
          onChange={(width) => onChange({ mediaWidthMm: width })}
        />
        <FigureField
          label={t('printing:form.height')}
          value={mediaHeightMm}
          lowest={10}
          highest={500}
          onChange={(height) => onChange({ mediaHeightMm: height })}
        />
        {profile.language === 'page' ? null : (
          <FigureField
            label={t('printing:form.gap')}
            value={profile.gapMm}
            lowest={0}
            highest={30}
            onChange={(gapMm) => onChange({ gapMm })}
          />
        )}
      </div>
    </>
  );
}
