import { useEffect } from 'react';
import { invoke } from '../../client/client.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { printerCondition, type PrinterCondition } from '../../printing/printer-condition.ts';
import { causeOf } from '../../printing/stop-cause.ts';
import { thingsToLookAt } from '../../printing/to-look-at.ts';
import { labelPrinter, useMachines, type Printer, type PrintingDay } from '../../stores/machines.ts';
import { nowMs } from '../../stores/now.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { goTo } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from './panel.tsx';
import { PrinterPicture } from './printer-picture.tsx';
import styles from './printer-panel.module.css';
import pageStyles from './today-page.module.css';

/** What the label printer says, and what it did today. */
export function PrinterPanel() {
  const t = useWords();
  const printers = useMachines((machines) => machines.printers);
  if (printers === null) return null;
  const printer = labelPrinter(printers);
  return (
    <Panel id="printer" title={t('today:printer.title')}>
      {printer === null ? <NoPrinter /> : <LabelPrinter key={printer.id} printer={printer} printers={printers} />}
    </Panel>
  );
}

function NoPrinter() {
  const t = useWords();
  return (
    <div className={pageStyles['none']}>
      <span>{t('today:printer.none')}</span>
      <Button icon="plus" onPress={() => openPrinterSetUp()}>
        {t('today:printer.add')}
      </Button>
    </div>
  );
}

function LabelPrinter(props: { readonly printer: Printer; readonly printers: readonly Printer[] }) {
  const t = useWords();
  const { printer, printers } = props;
  const { id } = printer;
  useEffect(() => askAnew(id), [id]);
  const day = useMachines((machines) => machines.day);
  const said = whatItSays(printer, printers, day, t);
  const { mediaWidthMm, mediaHeightMm } = printer.profile;
  const printed = day?.totals.labels ?? 0;
  return (
    <button type="button" className={styles['printer']} data-stop="" onClick={() => goTo('printing')}>
      <PrinterPicture tone={said.tone} />
      <span className={styles['words']}>
        <b data-tone={said.tone}>{said.text}</b>
        <span>
          {printerName(printer, t)} · {`${mediaWidthMm}×${mediaHeightMm}`}
        </span>
        {printed === 0 ? null : <span>{t('today:printer.today', { count: printed })}</span>}
      </span>
    </button>
  );
}

/** A printer's word does not stay true for longer. */
const WORD_HOLDS_MS = 60_000;

/** Asks the printer how it is, unless it has just said so or is at work: one that prints must not be talked to. */
function askAnew(id: string): void {
  const { printers, day } = useMachines.getState();
  const statusAtMs = printers?.find((printer) => printer.id === id)?.statusAtMs ?? null;
  const isAtWork = day?.batches.some((batch) => batch.state === 'running') === true;
  if (isAtWork || (statusAtMs !== null && nowMs() - statusAtMs < WORD_HOLDS_MS)) return;
  // No answer is an answer: the panel goes on saying what it knows.
  void invoke('printers.askStatus', { id }).catch(() => undefined);
}

/** The worst first: a batch that stands still, the printer's own trouble, labels that want a look. */
function whatItSays(
  printer: Printer,
  printers: readonly Printer[],
  day: PrintingDay | null,
  t: Words,
): PrinterCondition {
  const batches = day?.batches ?? [];
  const stopped = batches.find((batch) => batch.state === 'stopped');
  if (stopped !== undefined) {
    const cause = t(`printing:cause.${causeOf(stopped, printers)}.name`);
    const text =
      stopped.jobs.length === 1
        ? t('today:printer.stoppedOne', { cause })
        : t('today:printer.stopped', { cause, number: stopped.stoppedAt ?? 1 });
    return { tone: 'late', text };
  }
  const said = printerCondition(printer, t);
  if (said.tone === 'late' || said.tone === 'soon') return said;
  const { count, tone } = thingsToLookAt(batches);
  return count === 0 ? said : { tone, text: t('today:printer.look', { count }) };
}
