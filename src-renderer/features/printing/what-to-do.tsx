import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { countLooks, isSent, lookOf, looksOf } from '../../printing/paper-look.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Commands } from './batch-commands.ts';
import { HeldPanel } from './held-panel.tsx';
import { AskPanel, FailPanel, OnePanel } from './job-panels.tsx';
import styles from './job-panel.module.css';
import { panelActions } from './panel-actions.ts';
import { VirtualPapers } from './papers.tsx';
import { PrinterDrawing } from './printer-drawing.tsx';
import { StopPanel } from './stop-panel.tsx';
import type { Subject } from './subject.ts';

/** The right column: what stopped or wants an answer, the chosen label, the virtual printer's paper, or calm. */
export function WhatToDo(props: {
  readonly subject: Subject;
  readonly current: BatchView | null;
  readonly hasVirtualPrinter: boolean;
  readonly commands: Commands;
  /** Something else is open behind the chosen label. */
  readonly hasStop: boolean;
  readonly onLeave: () => void;
  readonly onReprint: (orderId: string) => void;
}) {
  const { subject, commands } = props;
  if (subject.kind === 'calm') return <Calm current={props.current} hasVirtualPrinter={props.hasVirtualPrinter} />;
  const actions = panelActions(subject);
  if (subject.kind === 'stop') {
    return (
      <StopPanel key={subject.job.id} batch={subject.batch} job={subject.job} actions={actions} commands={commands} />
    );
  }
  const { job } = subject;
  const isBack = subject.isChosen && props.hasStop;
  const number = subject.batch.jobs.length === 1 ? null : job.position;
  const shared = { job, number, actions, commands };
  return (
    <>
      <Words {...shared} onLeave={isBack ? null : props.onLeave} onReprint={props.onReprint} />
      {isBack ? <Back onLeave={props.onLeave} /> : null}
    </>
  );
}

function Words(
  props: Parameters<typeof AskPanel>[0] & {
    readonly onLeave: (() => void) | null;
    readonly onReprint: (orderId: string) => void;
  },
) {
  const { job, number, actions, commands } = props;
  const shared = { job, number, actions, commands };
  switch (lookOf(job)) {
    case 'ask':
      return <AskPanel {...shared} />;
    case 'failed':
      return <FailPanel key={job.id} {...shared} />;
    case 'held':
      return <HeldPanel {...shared} />;
    default:
      return (
        <OnePanel job={job} number={number} commands={commands} onLeave={props.onLeave} onReprint={props.onReprint} />
      );
  }
}

function Back(props: { readonly onLeave: () => void }) {
  const t = useWords();
  return (
    <div className={styles['back']}>
      <Button size="large" icon="back" keys={['Esc']} onPress={props.onLeave}>
        {t('printing:stop.back')}
      </Button>
    </div>
  );
}

/** All goes well: how many are left, and the label that is leaving. */
function Running(props: { readonly batch: BatchView; readonly waiting: number }) {
  const t = useWords();
  const { jobs } = props.batch;
  const leaving = jobs.find((job) => lookOf(job) === 'busy') ?? jobs.findLast(isSent) ?? null;
  return (
    <>
      <h2 className={styles['title']}>{t('printing:running.title', { count: props.waiting })}</h2>
      <p className={styles['lead']}>{t('printing:running.body')}</p>
      {leaving === null ? null : (
        <PrinterDrawing preview={leaving.preview} tone="ok" isTorn={false} alt={leaving.remoteId} />
      )}
    </>
  );
}

function Calm(props: { readonly current: BatchView | null; readonly hasVirtualPrinter: boolean }) {
  const t = useWords();
  const { current } = props;
  const waiting = current === null ? 0 : countLooks(looksOf(current)).waiting;
  const isPaused = current?.state === 'paused';
  const next = current?.jobs.find((job) => lookOf(job) === 'waiting');
  return (
    <>
      {isPaused && next !== undefined ? (
        <EmptyState
          icon="pause"
          tone="soon"
          title={t('printing:running.pausedTitle', { number: next.position })}
          text={t('printing:running.pausedBody')}
        />
      ) : null}
      {!isPaused && !props.hasVirtualPrinter && waiting > 0 && current !== null ? (
        <Running batch={current} waiting={waiting} />
      ) : null}
      {props.hasVirtualPrinter ? <VirtualPapers /> : null}
      {!props.hasVirtualPrinter && waiting === 0 ? (
        <EmptyState icon="check" tone="ok" title={t('printing:calm.title')} text={t('printing:calm.body')} />
      ) : null}
    </>
  );
}
