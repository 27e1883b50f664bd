import { useState } from 'react';
import type { PrinterView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { presetOf } from './media-presets.ts';
import { printerState } from './printer-state.ts';
import styles from './printer-card.module.css';
import { run } from './run-printing.ts';

/** One printer: what is known of its state, its paper, test page, settings. */
export function PrinterCard(props: {
  readonly printer: PrinterView;
  /** Jobs of this printer today. */
  readonly jobs: readonly PrintJobView[];
  readonly onEdit: () => void;
}) {
  const t = useWords();
  const { printer } = props;
  const name = printerName(printer, t);
  const { state, tone, count } = printerState(props.jobs);
  const address = printer.isVirtual ? t('printing:printers.virtual') : `${printer.host}:${printer.port}`;
  const facts = [
    mediaWords(printer, t),
    printer.profile.language.toUpperCase(),
    ...(address === name ? [] : [address]),
  ];
  return (
    <article className={styles['card']} data-tone={tone}>
      <div className={styles['name']}>
        <Icon name={printer.isVirtual ? 'file' : 'printer'} />
        <h3 title={name}>{name}</h3>
        {printer.isDefault ? <Chip tone="accent">{t('printing:printers.default')}</Chip> : null}
      </div>
      <p className={styles['status']}>
        <i className={styles['dot']} />
        {t(`printing:state.${state}`, { count })}
      </p>
      <p className={styles['dim']}>{facts.join(' · ')}</p>
      <CardActions printer={printer} onEdit={props.onEdit} />
    </article>
  );
}

function mediaWords(printer: PrinterView, t: ReturnType<typeof useWords>): string {
  const { mediaWidthMm, mediaHeightMm } = printer.profile;
  const preset = presetOf(mediaWidthMm, mediaHeightMm);
  return preset === null ? `${mediaWidthMm}×${mediaHeightMm}` : t(`printing:preset.${preset.id}`);
}

type TestResult = MethodOutput<'printing.testPage'>;

function CardActions(props: { readonly printer: PrinterView; readonly onEdit: () => void }) {
  const t = useWords();
  const { printer } = props;
  const [isTesting, setIsTesting] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [result, setResult] = useState<TestResult | null>(null);
  const test = async () => {
    setIsTesting(true);
    setResult(null);
    await invoke('printing.testPage', { id: printer.id }).then(setResult, showError);
    setIsTesting(false);
  };
  const makeDefault = () => run(invoke('printing.savePrinter', withoutKind({ ...printer, isDefault: true })));
  const entries = [
    { id: 'edit', text: t('printing:printers.edit'), icon: 'pen' as const, onPick: props.onEdit },
    {
      id: 'default',
      text: t('printing:printers.makeDefault'),
      icon: 'check' as const,
      isDisabled: printer.isDefault,
      onPick: () => void makeDefault(),
    },
    {
      id: 'remove',
      text: t('printing:printers.remove'),
      icon: 'trash' as const,
      tone: 'late' as const,
      onPick: () => setIsLeaving(true),
    },
  ];
  return (
    <>
      <div className={styles['acts']}>
        <Button kind="quiet" size="small" isBusy={isTesting} onPress={() => void test()}>
          {isTesting ? t('printing:printers.testing') : t('printing:printers.test')}
        </Button>
        <Button kind="quiet" size="small" onPress={props.onEdit}>
          {t('printing:printers.edit')}
        </Button>
        <Menu label={printerName(printer, t)} entries={entries} />
      </div>
      {result === null ? null : <TestWords result={result} />}
      {isLeaving ? <RemoveDialog printer={printer} onClose={() => setIsLeaving(false)} /> : null}
    </>
  );
}

/** A printer in the shape that saving takes. */
function withoutKind(printer: PrinterView): Omit<PrinterView, 'isVirtual'> {
  const { id, name, host, port, profile, isDefault } = printer;
  return { id, name, host, port, profile, isDefault };
}

const TONES = { sent: 'ok', 'not-sent': 'late', uncertain: 'soon' } as const;

function TestWords(props: { readonly result: TestResult }) {
  const t = useWords();
  const { outcome, reason } = props.result;
  const code = reason === null ? 'unknown' : outcome === 'not-sent' ? `printer-${reason}` : reason;
  return (
    <p className={styles['said']} data-tone={TONES[outcome]} role="status">
      {t(`printing:test.${outcome}`, { reason: codeText('fault', code, {}, t) })}
    </p>
  );
}

function RemoveDialog(props: { readonly printer: PrinterView; readonly onClose: () => void }) {
  const t = useWords();
  const { printer, onClose } = props;
  return (
    <RemovalDialog
      title={t('printing:printers.removeTitle', { name: printerName(printer, t) })}
      body={t('printing:printers.removeBody')}
      keep={t('printing:printers.keep')}
      remove={t('printing:printers.remove')}
      onRemove={() => void run(invoke('printing.removePrinter', { id: printer.id }))}
      onClose={onClose}
    />
  );
}
