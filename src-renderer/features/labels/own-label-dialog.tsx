import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { warningWords } from '../../i18n/warning-words.ts';
import { showError } from '../../stores/toast.ts';
import { rememberOutcome } from '../../stores/undo.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './own-label-dialog.module.css';
import { ownLabelFaults, ownLabelValues, type OwnLabelInput } from './own-label-form.ts';
import { SenderFields } from './sender-fields.tsx';

/** Our own label for an order: its form, and the drawn label beside it. */
export function OwnLabelDialog(props: { readonly orderId: string; readonly onClose: () => void }) {
  const order = useQuery('orders.get', { id: props.orderId });
  if (order.value === null) return null;
  return <OwnLabelForm order={order.value} onClose={props.onClose} />;
}

function OwnLabelForm(props: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords();
  const { order, onClose } = props;
  const [values, setValues] = useState(() => ownLabelValues(order));
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  // Counts the drawings: a new one has a new picture.
  const [made, setMade] = useState<{ readonly number: number; readonly warnings: readonly string[] } | null>(null);
  const faults = wasTried ? ownLabelFaults(values) : [];
  const change = (part: Partial<OwnLabelInput>) => setValues((last) => ({ ...last, ...part }));
  const make = async () => {
    setWasTried(true);
    if (ownLabelFaults(values).length > 0) return;
    setIsBusy(true);
    try {
      const makeIt = () => invoke('labels.makeOwn', values);
      const { warnings, outcome } = await makeIt();
      rememberOutcome('attach-label', outcome, () => makeIt().then((again) => again.outcome));
      setMade((last) => ({ number: (last?.number ?? 0) + 1, warnings }));
    } catch (thrown) {
      showError(thrown);
    }
    setIsBusy(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('slips:own.title')}
      hint={t('slips:own.hint')}
      width={920}
      actions={
        <>
          <Button onPress={onClose}>{made === null ? t('slips:own.cancel') : t('slips:own.done')}</Button>
          <Button kind="primary" isBusy={isBusy} onPress={() => void make()}>
            {made === null ? t('slips:own.make') : t('slips:own.again')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['form']}>
          <ParcelFields values={values} faults={faults} change={change} />
          <SenderFields />
        </div>
        <div className={styles['paper']}>
          {made === null ? (
            <div className={styles['empty']} data-size={values.size} aria-hidden="true" />
          ) : (
            <Drawn key={made.number} orderId={values.orderId} warnings={made.warnings} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function ParcelFields(props: {
  readonly values: OwnLabelInput;
  readonly faults: readonly string[];
  readonly change: (part: Partial<OwnLabelInput>) => void;
}) {
  const t = useWords();
  const { values, change } = props;
  const fault = (field: string) => (props.faults.includes(field) ? t('slips:own.missing') : null);
  return (
    <>
      <Choices
        label={t('slips:own.size')}
        value={values.size}
        options={(['100x150', '100x100'] as const).map((size) => ({ value: size, text: t(`printing:preset.${size}`) }))}
        onChange={(size) => change({ size })}
      />
      <div className={styles['pair']}>
        <TextField
          autoFocus
          label={t('slips:own.carrier')}
          hint={t('slips:own.carrierHint')}
          maxLength={200}
          value={values.carrier}
          error={fault('carrier')}
          onChange={(carrier) => change({ carrier })}
        />
        <TextField
          label={t('slips:own.service')}
          hint={t('slips:own.serviceHint')}
          maxLength={200}
          value={values.service}
          onChange={(service) => change({ service })}
        />
      </div>
      <div className={styles['pair']}>
        <TextField
          isCode
          label={t('slips:own.trackingNumber')}
          maxLength={80}
          value={values.trackingNumber}
          error={fault('trackingNumber')}
          onChange={(trackingNumber) => change({ trackingNumber })}
        />
        <Select
          label={t('slips:own.symbol')}
          value={values.symbol}
          options={[
            { value: 'code128', text: 'Code 128' },
            { value: 'qr', text: 'QR' },
            { value: 'datamatrix', text: 'Data Matrix' },
            { value: 'pdf417', text: 'PDF417' },
          ]}
          onChange={(symbol) => change({ symbol })}
        />
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={values.hasItems}
          onChange={(event) => change({ hasItems: event.target.checked })}
        />
        {t('slips:own.items')}
      </label>
      <TextField
        label={t('slips:own.note')}
        maxLength={200}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

function Drawn(props: { readonly orderId: string; readonly warnings: readonly string[] }) {
  const t = useWords();
  const preview = useQuery('labels.preview', { orderId: props.orderId, printerId: null, fit: null });
  if (preview.error !== null) return <ErrorNote error={preview.error} onRetry={preview.reload} />;
  if (preview.value === null) return <Skeleton width={260} height={390} />;
  return (
    <>
      {preview.value.pages.map((page, index) => (
        <img key={index} src={`data:image/png;base64,${page.png}`} alt={t('slips:cut.page', { number: index + 1 })} />
      ))}
      <p role="status">{t('slips:own.made')}</p>
      {props.warnings.map((warning) => (
        <p key={warning} className={styles['warning']}>
          {warningWords(warning, t)}
        </p>
      ))}
    </>
  );
}
