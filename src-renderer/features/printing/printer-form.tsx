import { useState } from 'react';
import type { PrinterView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './printer-form.module.css';
import {
  DENSITY_MAX,
  formValues,
  printerFaults,
  profileOf,
  type ChangeValues,
  type FieldsProps,
} from './printer-form-values.ts';
import { MediaFields } from './media-fields.tsx';
import { run } from './run-printing.ts';
import { StockPreview } from './stock-preview.tsx';

/** Adds a printer by its address, or changes one; the paper beside the form shows what the figures mean. */
export function PrinterForm(props: {
  readonly printer: PrinterView | null;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { printer, onClose } = props;
  const shownName = printer === null ? '' : printerName(printer, t);
  const [values, setValues] = useState(() => ({ ...formValues(printer, props.isFirst), name: shownName }));
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const faults = wasTried ? printerFaults(values) : [];
  const change: ChangeValues = (part) => setValues((last) => ({ ...last, ...part }));
  const save = async () => {
    setWasTried(true);
    if (printerFaults(values).length > 0) return;
    setIsBusy(true);
    const { name, host, port, isDefault } = values;
    const profile = profileOf(values, printer?.profile ?? null);
    // A name that was only shown translated is not kept in that language.
    const keptName = printer !== null && name.trim() === shownName ? printer.name : name.trim();
    const input = {
      id: printer?.id ?? null,
      name: keptName,
      host: host.trim(),
      port: Number(port),
      profile,
      isDefault,
    };
    const isSaved = await run(invoke('printing.savePrinter', input));
    setIsBusy(false);
    if (isSaved) onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('printing:form.cancel')}</Button>
      <Button kind="primary" isBusy={isBusy} onPress={() => void save()}>
        {t('printing:form.save')}
      </Button>
    </>
  );
  const title =
    printer === null ? t('printing:form.titleNew') : t('printing:form.titleEdit', { name: printerName(printer, t) });
  return (
    <Dialog isOpen onClose={onClose} title={title} width={720} actions={actions}>
      <div className={styles['columns']}>
        <div className={styles['form']}>
          <AddressFields values={values} faults={faults} change={change} isVirtual={printer?.isVirtual === true} />
          <MediaFields values={values} faults={faults} change={change} />
          <DensityField values={values} faults={faults} change={change} />
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={values.isDefault}
              onChange={(event) => change({ isDefault: event.target.checked })}
            />
            {t('printing:form.isDefault')}
          </label>
        </div>
        <StockPreview values={values} />
      </div>
    </Dialog>
  );
}

function AddressFields(props: FieldsProps & { readonly isVirtual: boolean }) {
  const t = useWords();
  const { values, change, isVirtual } = props;
  const fault = (name: 'name' | 'host' | 'port') =>
    props.faults.includes(name) ? t(`printing:form.fault.${name}`) : null;
  return (
    <>
      <TextField
        autoFocus
        label={t('printing:form.name')}
        placeholder={t('printing:form.namePlaceholder')}
        maxLength={200}
        value={values.name}
        error={fault('name')}
        onChange={(name) => change({ name })}
      />
      <div className={`${styles['pair']} ${styles['address']}`}>
        <TextField
          isCode
          label={t('printing:form.host')}
          hint={t('printing:form.hostHelp')}
          maxLength={255}
          value={values.host}
          isDisabled={isVirtual}
          error={fault('host')}
          onChange={(host) => change({ host })}
        />
        <TextField
          isCode
          label={t('printing:form.port')}
          hint={t('printing:form.portHelp')}
          value={values.port}
          isDisabled={isVirtual}
          error={fault('port')}
          onChange={(port) => change({ port })}
        />
      </div>
      <div className={styles['pair']}>
        <Select
          label={t('printing:form.language')}
          hint={t('printing:form.languageHelp')}
          value={values.language}
          options={[
            { value: 'tspl', text: 'TSPL' },
            { value: 'zpl', text: 'ZPL' },
          ]}
          onChange={(language) => change({ language })}
        />
        <Select
          label={t('printing:form.dpi')}
          value={values.dpi}
          options={['203', '300', '600'].map((dpi) => ({ value: dpi, text: `${dpi} dpi` }))}
          onChange={(dpi) => change({ dpi })}
        />
      </div>
    </>
  );
}

function DensityField(props: FieldsProps) {
  const t = useWords();
  const { values, change } = props;
  const fault = { language: values.language.toUpperCase(), max: DENSITY_MAX[values.language] };
  return (
    <TextField
      label={t('printing:form.density')}
      placeholder={t('printing:form.densityAuto')}
      hint={t('printing:form.densityHelp')}
      value={values.density}
      error={props.faults.includes('density') ? t('printing:form.fault.density', fault) : null}
      onChange={(density) => change({ density })}
    />
  );
}
