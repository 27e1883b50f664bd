import { useState } from 'react';
import type { DirectOutcome, PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { agoText } from '../../i18n/clock-text.ts';
import { codeText } from '../../i18n/code-text.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { addressWords } from '../../printing/address-words.ts';
import { printerCondition, type PrinterCondition } from '../../printing/printer-condition.ts';
import { causeOf } from '../../printing/stop-cause.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { showError } from '../../stores/toast.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { mediaText } from './media-text.ts';
import styles from './printer-card.module.css';
import { run } from './run-printing.ts';

/** One printer: what it last said and when, its paper, what is printed on it, test page, settings. */
export function PrinterCard(props: {
  readonly printer: PrinterView;
  /** Batches of this printer today. */
  readonly batches: readonly BatchView[];
  readonly onEdit: () => void;
}) {
  const t = useWords();
  const { printer } = props;
  const name = printerName(printer, t);
  const { tone, text } = stateOf(printer, props.batches, t);
  const { isTesting, result, test } = useTestPage(printer);
  return (
    <article className={styles['card']} data-tone={tone}>
      <div className={styles['name']}>
        <Icon name={printer.isVirtual ? 'file' : (ICONS[printer.address.kind] ?? 'printer')} />
        <h3 title={name}>{name}</h3>
        <AskAgain printer={printer} />
        <CardMenu printer={printer} onTest={() => void test()} onEdit={props.onEdit} />
      </div>
      <p className={styles['status']}>
        <i className={styles['dot']} />
        {text}
      </p>
      <p
        className={styles['dim']}
        title={`${addressWords(printer.address, t)} · ${t(`printing:language.${printer.profile.language}`)}`}
      >
        {factsOf(printer, t).join(' · ')}
        <Since printer={printer} />
      </p>
      {printer.roles.length === 0 ? null : (
        <p className={styles['roles']}>
          {printer.roles.map((role) => (
            <Chip key={role}>{t(`printing:role.${role}`)}</Chip>
          ))}
        </p>
      )}
      {isTesting ? <p className={styles['said']}>{t('printing:printers.testing')}</p> : null}
      {result === null ? null : <TestWords result={result} />}
    </article>
  );
}

const ICONS: Readonly<Partial<Record<PrinterView['address']['kind'], IconName>>> = { tcp: 'network', folder: 'folder' };

const OPEN: readonly BatchView['state'][] = ['running', 'paused', 'stopped'];

/** The printer's own word; where it has none, what its batches tell. */
function stateOf(printer: PrinterView, batches: readonly BatchView[], t: Words): PrinterCondition {
  const said = printerCondition(printer, t);
  const isNeeded = printer.roles.includes('label') || batches.some((batch) => OPEN.includes(batch.state));
  // A printer that is off and that nothing waits for is no alarm.
  if (said.tone === 'late') return isNeeded || printer.status?.kind === 'answered' ? said : { ...said, tone: 'off' };
  const stopped = batches.find((batch) => batch.state === 'stopped');
  if (stopped !== undefined) {
    const number = stopped.stoppedAt ?? 1;
    const cause = causeOf(stopped, [printer]);
    // The printer is well again, or it never was its fault: then only where it stands still.
    const isOwn = printer.status?.kind !== 'answered' && cause !== 'restarted' && cause !== 'other';
    return { tone: 'late', text: isOwn ? t(`printing:cause.${cause}.name`) : t('printing:status.stopped', { number }) };
  }
  const isPrinting = batches.some((batch) => batch.state === 'running');
  return isPrinting && said.tone !== 'soon' ? { tone: 'ok', text: t('printing:status.busy') } : said;
}

function factsOf(printer: PrinterView, t: Words): string[] {
  const address = printer.isVirtual ? t('printing:printers.virtual') : t(`printing:way.${printer.address.kind}`);
  return printer.address.kind === 'print-client' ? [address] : [mediaText(printer, t), address];
}

function Since(props: { readonly printer: PrinterView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { statusAtMs } = props.printer;
  if (statusAtMs === null) return null;
  return (
    <>
      {' · '}
      <span className={styles['since']}>{t('printing:status.asked', { when: agoText(statusAtMs, nowMs, t) })}</span>
    </>
  );
}

function AskAgain(props: { readonly printer: PrinterView }) {
  const t = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async () => {
    setIsAsking(true);
    await run(invoke('printers.askStatus', { id: props.printer.id }));
    setIsAsking(false);
  };
  const label = isAsking ? t('printing:status.asking') : t('printing:status.ask');
  return <IconButton icon="refresh" label={label} isDisabled={isAsking} onPress={() => void ask()} />;
}

interface TestPage {
  readonly isTesting: boolean;
  readonly result: DirectOutcome | null;
  readonly test: () => Promise<void>;
}

function useTestPage(printer: PrinterView): TestPage {
  const [isTesting, setIsTesting] = useState(false);
  const [result, setResult] = useState<DirectOutcome | null>(null);
  const test = async () => {
    setIsTesting(true);
    setResult(null);
    await invoke('printers.testPage', { id: printer.id }).then(setResult, showError);
    setIsTesting(false);
  };
  return { isTesting, result, test };
}

function CardMenu(props: { readonly printer: PrinterView; readonly onTest: () => void; readonly onEdit: () => void }) {
  const t = useWords();
  const { printer } = props;
  const [isLeaving, setIsLeaving] = useState(false);
  const entries: readonly MenuEntry[] = [
    { id: 'test', text: t('printing:printers.test'), icon: 'file', onPick: props.onTest },
    { id: 'edit', text: t('printing:printers.edit'), icon: 'pen', onPick: props.onEdit },
    {
      id: 'default',
      text: t('printing:printers.makeDefault'),
      icon: 'check',
      isDisabled: printer.roles.includes('label') || printer.address.kind === 'print-client',
      onPick: () => void makeLabelPrinter(printer),
    },
    {
      id: 'remove',
      text: t('printing:printers.remove'),
      icon: 'trash',
      tone: 'late',
      onPick: () => setIsLeaving(true),
    },
  ];
  return (
    <>
      <Menu label={printerName(printer, t)} entries={entries} />
      {isLeaving ? <RemoveDialog printer={printer} onClose={() => setIsLeaving(false)} /> : null}
    </>
  );
}

/** Labels go to this printer from now on; the role leaves the one that had it. */
async function makeLabelPrinter({ id, name, address, profile, roles }: PrinterView): Promise<void> {
  await run(invoke('printers.save', { id, name, address, profile, roles: ['label', ...roles] }));
}

const TONES = { sent: 'ok', confirmed: 'ok', 'not-sent': 'late', uncertain: 'soon' } as const;

function TestWords(props: { readonly result: DirectOutcome }) {
  const t = useWords();
  const { outcome, reason } = props.result;
  const code = reason === null ? 'unknown' : outcome === 'not-sent' ? `printer-${reason}` : reason;
  const words = outcome === 'confirmed' ? 'sent' : outcome;
  return (
    <p className={styles['said']} data-tone={TONES[outcome]} role="status">
      {t(`printing:test.${words}`, { reason: codeText('fault', code, {}, t) })}
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
      onRemove={() => void run(invoke('printers.remove', { id: printer.id }))}
      onClose={onClose}
    />
  );
}
