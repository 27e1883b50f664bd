import { useState } from 'react';
import type { FoundPrinterView } from '../../../src-main/contract/methods/printers.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { AddressForm } from './address-form.tsx';
import { addressWords } from '../../printing/address-words.ts';
import type { Draft } from './draft.ts';
import { StepHead } from './step-head.tsx';
import styles from './find-step.module.css';
import { QUIET_SOURCES, useFind, type Finding } from './use-find.ts';

const ICONS: Readonly<Record<FoundPrinterView['source'], IconName>> = {
  queues: 'printer',
  usb: 'usb',
  serial: 'usb',
  mdns: 'network',
  network: 'network',
  'print-client': 'printer',
};

/** All printers that this machine can see, each one press away; the network is searched only when asked. */
export function FindStep(props: {
  readonly onPick: (found: FoundPrinterView) => void;
  readonly onAddress: (draft: Draft) => void;
}) {
  const t = useWords();
  const finding = useFind();
  const [isTyping, setIsTyping] = useState(false);
  const isLooking = finding.looking.length > 0;
  return (
    <section className={styles['step']}>
      <StepHead title={t('printers:find.title')} lead={t('printers:find.lead')} />
      <div className={styles['panel']}>
        <ul className={styles['list']} aria-label={t('printers:find.list')}>
          {finding.printers.map((printer) => (
            <FoundRow key={printer.key} printer={printer} onPick={() => props.onPick(printer)} />
          ))}
        </ul>
        {finding.printers.length === 0 && !isLooking ? <Nothing /> : null}
        <Progress finding={finding} />
      </div>
      <div className={styles['ways']}>
        <Button icon="refresh" isBusy={isLooking} onPress={() => finding.look(QUIET_SOURCES)}>
          {t('printers:find.again')}
        </Button>
        <Button icon="network" isBusy={isLooking} onPress={() => finding.look(['network'])}>
          {t('printers:find.scan')}
        </Button>
        <Button icon="pen" onPress={() => setIsTyping((last) => !last)}>
          {t('printers:find.type')}
        </Button>
      </div>
      {isTyping ? <AddressForm onAddress={props.onAddress} /> : null}
    </section>
  );
}

function FoundRow(props: { readonly printer: FoundPrinterView; readonly onPick: () => void }) {
  const t = useWords();
  const { printer } = props;
  const facts = [printer.model, addressWords(printer.address, t)].filter(
    (fact) => fact !== null && fact !== printer.name,
  );
  return (
    <li>
      <button type="button" className={styles['found']} onClick={props.onPick}>
        <Icon name={ICONS[printer.source]} size={20} />
        <span className={styles['words']}>
          <b>{printer.name}</b>
          <span>{facts.join(' · ')}</span>
        </span>
        {printer.language === null ? null : <Chip>{t(`printing:language.${printer.language}`)}</Chip>}
        {printer.dpi === null ? null : <Chip>{t('printers:dpi', { dpi: printer.dpi })}</Chip>}
        {printer.printerId === null ? null : <Chip tone="ok">{t('printers:find.known')}</Chip>}
        <Icon name="chevron" />
      </button>
    </li>
  );
}

/** What is being looked through, and which way could not be tried. */
function Progress(props: { readonly finding: Finding }) {
  const t = useWords();
  const { looking, reports } = props.finding;
  // A way that this system does not have at all is no trouble.
  const missed = reports.filter(({ state, code }) => state === 'unavailable' && code !== 'not-supported');
  const sourceWords = (source: FoundPrinterView['source']) => t(`printers:source.${source}`);
  const separator = t('board:listSeparator');
  return (
    <p className={styles['progress']} role="status">
      {looking.length > 0 ? (
        <>
          <i className={styles['spinner']} aria-hidden="true" />
          {t('printers:find.looking', { where: looking.map(sourceWords).join(separator) })}
        </>
      ) : missed.length > 0 ? (
        t('printers:find.missed', { where: missed.map(({ source }) => sourceWords(source)).join(separator) })
      ) : null}
    </p>
  );
}

function Nothing() {
  const t = useWords();
  return (
    <div className={styles['nothing']}>
      <h2>{t('printers:find.none')}</h2>
      <ol>
        {([1, 2, 3] as const).map((number) => (
          <li key={number}>{t(`printers:find.help.${number}`)}</li>
        ))}
      </ol>
    </div>
  );
}
