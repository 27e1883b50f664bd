import { useState } from 'react';
import type { SlipKindView } from '../../../src-main/contract/methods/slips.ts';
import { codeText } from '../../i18n/code-text.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { useMachines } from '../../stores/machines.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardTexts } from './card-texts.tsx';
import { printSlips } from './print-slips.ts';
import styles from './slip-dialog.module.css';
import { warningWords } from '../../i18n/warning-words.ts';

const KINDS = ['pick-list', 'packing-slip', 'thank-you-card'] as const satisfies readonly SlipKindView[];
const BY_ROLE = 'by-role';

/** Paper beside the label: chosen, seen as it will come out, and printed. */
export function SlipDialog(props: {
  readonly slip: SlipKindView;
  readonly orderIds: readonly string[];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const [kind, setKind] = useState(props.slip);
  const [printerId, setPrinterId] = useState<string | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const request = { kind, ids: [...props.orderIds], printerId };
  const preview = useQuery('slips.preview', request, ['printers.changed', 'slips.changed']);
  const print = async () => {
    setIsBusy(true);
    const isOut = await printSlips(request, t);
    setIsBusy(false);
    if (isOut) props.onClose();
  };
  const hasPrinter = preview.error?.code !== 'printer-missing';
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t(`slips:kind.${kind}`)}
      hint={t('slips:orders', { count: props.orderIds.length })}
      width={920}
      actions={
        <>
          <Button onPress={props.onClose}>{t('slips:cancel')}</Button>
          <Button
            kind="primary"
            icon="printer"
            isBusy={isBusy}
            isDisabled={preview.value === null}
            onPress={() => void print()}
          >
            {t('slips:print', { count: preview.value?.pages.length ?? 1 })}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['choices']}>
          <Choices
            look="grid"
            label={t('slips:what')}
            value={kind}
            options={KINDS.map((value) => ({ value, text: t(`slips:kind.${value}`), hint: t(`slips:hint.${value}`) }))}
            onChange={(next) => {
              setKind(next);
              setIsWriting(false);
            }}
          />
          <PrinterChoice printerId={printerId} usedId={preview.value?.printerId ?? null} onChange={setPrinterId} />
          {kind === 'thank-you-card' ? (
            isWriting ? (
              <CardTexts />
            ) : (
              <Button icon="pen" onPress={() => setIsWriting(true)}>
                {t('slips:card.write')}
              </Button>
            )
          ) : null}
          {preview.value?.warnings.map((warning) => (
            <p key={warning} className={styles['warning']}>
              {warningWords(warning, t)}
            </p>
          ))}
        </div>
        <div className={styles['paper']} role="region" aria-label={t('slips:preview')} tabIndex={0}>
          {preview.error === null ? null : hasPrinter ? (
            <ErrorNote error={preview.error} onRetry={preview.reload} />
          ) : (
            <EmptyState icon="printer" title={codeText('fault', 'printer-missing', {}, t)}>
              <Button
                icon="plus"
                onPress={() => {
                  props.onClose();
                  openPrinterSetUp();
                }}
              >
                {t('printing:printers.add')}
              </Button>
            </EmptyState>
          )}
          {preview.value === null && preview.error === null ? <Skeleton width={320} height={420} /> : null}
          {preview.value?.pages.map((png, index) => (
            <img
              key={index}
              src={`data:image/png;base64,${png}`}
              alt={t('slips:page', { number: index + 1 })}
              data-is-narrow={(preview.value?.widthMm ?? 0) <= 110 ? '' : undefined}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function PrinterChoice(props: {
  readonly printerId: string | null;
  /** The printer that the role chose. */
  readonly usedId: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const t = useWords();
  const printers = useMachines((machines) => machines.printers) ?? [];
  const used = printers.find((printer) => printer.id === props.usedId);
  const byRole = used === undefined ? t('slips:byRole') : t('slips:byRoleNamed', { name: printerName(used, t) });
  return (
    <Select
      label={t('slips:printer')}
      value={props.printerId ?? BY_ROLE}
      options={[
        { value: BY_ROLE, text: props.printerId === null ? byRole : t('slips:byRole') },
        ...printers.map((printer) => ({ value: printer.id, text: printerName(printer, t) })),
      ]}
      onChange={(value) => props.onChange(value === BY_ROLE ? null : value)}
    />
  );
}
