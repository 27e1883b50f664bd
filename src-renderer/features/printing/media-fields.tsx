import { useWords } from '../../i18n/use-words.ts';
import { Choices } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { MEDIA_PRESETS, presetOf } from './media-presets.ts';
import styles from './printer-form.module.css';
import { figure, type FieldsProps } from './printer-form-values.ts';

const OWN = 'own' as const;

/** The loaded stock: a common size in one press, or the seller's own figures; how it lies and is found. */
export function MediaFields(props: FieldsProps) {
  const t = useWords();
  const { values, change } = props;
  const preset = presetOf(figure(values.widthMm), figure(values.heightMm));
  const pick = (id: string) => {
    const found = MEDIA_PRESETS.find((candidate) => candidate.id === id);
    if (found !== undefined) change({ widthMm: String(found.widthMm), heightMm: String(found.heightMm) });
  };
  const fault = (name: 'size' | 'gap' | 'offset') =>
    props.faults.includes(name) ? t(`printing:form.fault.${name}`) : null;
  return (
    <>
      <div className={styles['pair']}>
        <Select
          label={t('printing:form.media')}
          value={preset?.id ?? OWN}
          options={[
            ...MEDIA_PRESETS.map(({ id }) => ({ value: id, text: t(`printing:preset.${id}`) })),
            { value: OWN, text: t('printing:form.mediaOwn') },
          ]}
          onChange={pick}
        />
        <Select
          label={t('printing:form.tracking')}
          value={values.mediaTracking}
          options={(['gap', 'mark', 'continuous'] as const).map((id) => ({
            value: id,
            text: t(`printing:form.trackings.${id}`),
          }))}
          onChange={(mediaTracking) => change({ mediaTracking })}
        />
      </div>
      <div className={styles['triple']}>
        <TextField
          label={t('printing:form.width')}
          value={values.widthMm}
          error={fault('size')}
          onChange={(widthMm) => change({ widthMm })}
        />
        <TextField
          label={t('printing:form.height')}
          value={values.heightMm}
          onChange={(heightMm) => change({ heightMm })}
        />
        <TextField
          label={t('printing:form.gap')}
          value={values.gapMm}
          error={fault('gap')}
          onChange={(gapMm) => change({ gapMm })}
        />
      </div>
      <Choices
        label={t('printing:form.rotation')}
        value={values.rotation}
        options={['0', '90', '180', '270'].map((angle) => ({ value: angle, text: `${angle}°` }))}
        onChange={(rotation) => change({ rotation })}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('printing:form.offsetX')}
          hint={t('printing:form.offsetHelp')}
          value={values.offsetXMm}
          error={fault('offset')}
          onChange={(offsetXMm) => change({ offsetXMm })}
        />
        <TextField
          label={t('printing:form.offsetY')}
          value={values.offsetYMm}
          onChange={(offsetYMm) => change({ offsetYMm })}
        />
      </div>
    </>
  );
}
