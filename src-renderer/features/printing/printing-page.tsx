import { useCallback, useEffect, useRef, useState } from 'react';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { isSent } from '../../printing/paper-look.ts';
import { reloadPrinting, useBatches, useMachines } from '../../stores/machines.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { goTo } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pauseToggle, useCommands, type Commands } from './batch-commands.ts';
import { CurrentBatch, type PaperDeeds } from './batch-view.tsx';
import { DayTotals } from './day-totals.tsx';
import { EarlierBatches, SinglePrints } from './earlier-batches.tsx';
import { LabelViewer } from './label-viewer.tsx';
import { panelActions, type PanelActions } from './panel-actions.ts';
import { PrinterList } from './printer-list.tsx';
import styles from './printing-page.module.css';
import { ReprintLabel } from './reprint-label.tsx';
import { layOutDay, subjectOf, type DayLayout } from './subject.ts';
import { usePrintingKeys } from './use-printing-keys.ts';
import { WhatToDo } from './what-to-do.tsx';

/** Printers at the left, today's labels as paper in the middle, what to do about them at the right. */
export function PrintingPage() {
  const t = useWords();
  const printers = useMachines((machines) => machines.printers);
  const day = useMachines((machines) => machines.day);
  const error = useMachines((machines) => machines.printingError);
  const place = useRef<HTMLElement>(null);
  // Enter and Space are for the labels, no longer for the button that led here.
  useEffect(() => place.current?.focus(), []);
  if (error !== null && (printers === null || day === null)) {
    return (
      <main className={styles['state']}>
        <ErrorNote error={error} onRetry={reloadPrinting} />
      </main>
    );
  }
  return (
    <main ref={place} className={styles['page']} tabIndex={-1}>
      <h1 className={styles['title']}>{t('printing:title')}</h1>
      <aside className={styles['printers']} aria-label={t('printing:printers.title')}>
        <PrinterList printers={printers} batches={day?.batches ?? []} onAdd={() => openPrinterSetUp()} />
        <DayTotals totals={day?.totals ?? null} />
      </aside>
      {day === null ? <Waiting /> : <Day onAdd={() => openPrinterSetUp()} />}
    </main>
  );
}

function Waiting() {
  return (
    <section className={styles['middle']}>
      <Skeleton width="40%" height={32} />
      <Skeleton width="100%" height={140} />
    </section>
  );
}

/** Middle and right column: they share the chosen label, the keys and the commands. */
function Day(props: { readonly onAdd: () => void }) {
  const t = useWords();
  const batches = useBatches();
  const printers = useMachines((machines) => machines.printers);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [reprintOf, setReprintOf] = useState<string | null>(null);
  const commands = useCommands();
  const subject = subjectOf(batches, chosenId);
  const layout = layOutDay(batches);
  const hasVirtualPrinter = printers?.some((printer) => printer.isVirtual) === true;
  // Nothing to say at the right: the middle has the room.
  const isBare = batches.length === 0 && !hasVirtualPrinter;
  const isStopElsewhere = subjectOf(batches, null).kind !== 'calm';
  const leave = useCallback(() => {
    setChosenId(null);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
  const subjectId = subject.kind === 'calm' ? null : subject.job.id;
  const deeds: PaperDeeds = {
    chosenId,
    entryId: subjectId ?? layout.current?.jobs[0]?.id ?? layout.singles[0]?.jobs[0]?.id ?? null,
    onChoose: setChosenId,
    onOpen: setOpenId,
  };
  useDayKeys({
    actions: panelActions(subject),
    commands,
    current: layout.current,
    leave,
    open: () => setOpenId(subjectId),
    reprint: () => {
      if (subject.kind !== 'calm' && isSent(subject.job)) setReprintOf(subject.job.orderId);
    },
  });
  return (
    <>
      <section className={styles['middle']} aria-label={t('printing:batch.earlier')}>
        <Middle layout={layout} deeds={deeds} commands={commands} onAdd={props.onAdd} />
      </section>
      {isBare ? null : (
        <aside className={styles['panel']} aria-label={t('printing:panel')}>
          <WhatToDo
            subject={subject}
            current={layout.current}
            hasVirtualPrinter={hasVirtualPrinter}
            commands={commands}
            hasStop={isStopElsewhere}
            onLeave={leave}
            onReprint={setReprintOf}
          />
        </aside>
      )}
      <LabelViewer batches={batches} jobId={openId} onOpen={setOpenId} onReprint={setReprintOf} />
      {reprintOf === null ? null : <ReprintLabel orderId={reprintOf} onClose={() => setReprintOf(null)} />}
    </>
  );
}

function useDayKeys(day: {
  readonly actions: PanelActions;
  readonly commands: Commands;
  readonly current: BatchView | null;
  readonly leave: () => void;
  readonly open: () => void;
  readonly reprint: () => void;
}): void {
  const { actions, commands, current } = day;
  const act = (call: (() => Promise<unknown>) | null) => () => {
    if (call !== null) commands.act(call);
  };
  usePrintingKeys({
    primary: act(actions.primary),
    before: act(actions.before),
    after: act(actions.after),
    pause: act(current === null ? null : pauseToggle(current)),
    leave: day.leave,
    open: day.open,
    reprint: day.reprint,
  });
}

function Middle(props: {
  readonly layout: DayLayout;
  readonly deeds: PaperDeeds;
  readonly commands: Commands;
  readonly onAdd: () => void;
}) {
  const { layout, deeds, commands } = props;
  const isEmpty = layout.current === null && layout.singles.length === 0;
  if (isEmpty) return <Nothing onAdd={props.onAdd} />;
  return (
    <>
      {layout.current === null ? null : (
        <CurrentBatch key={layout.current.id} batch={layout.current} deeds={deeds} commands={commands} />
      )}
      <EarlierBatches batches={layout.earlier} deeds={deeds} />
      <SinglePrints batches={layout.singles} deeds={deeds} />
    </>
  );
}

/** Nothing printed today: what is missing for it, or how it is done. */
function Nothing(props: { readonly onAdd: () => void }) {
  const t = useWords();
  const printers = useMachines((machines) => machines.printers);
  if (printers?.length === 0) {
    return (
      <EmptyState icon="printer" title={t('printing:none.noPrinterTitle')} text={t('printing:none.noPrinterBody')}>
        <Button kind="primary" icon="plus" onPress={props.onAdd}>
          {t('printing:printers.add')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="printer" title={t('printing:none.title')} text={t('printing:none.body')}>
      <Button kind="primary" icon="board" onPress={() => goTo('board')}>
        {t('printing:none.board')}
      </Button>
    </EmptyState>
  );
}
