import { useRef, useState } from 'react';
import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { attachedText, attachLabel, type Attached } from '../../labels/attach-label.ts';
import { LABEL_FILE_TYPES } from '../../labels/label-file.ts';
import { isSent } from '../../printing/paper-look.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Commands } from './batch-commands.ts';
import { JobFacts } from './job-facts.tsx';
import styles from './job-panel.module.css';
import type { PanelActions } from './panel-actions.ts';
import { PrinterDrawing } from './printer-drawing.tsx';
import { failureGround, stepText } from './step-words.ts';

export interface PanelProps {
  readonly job: PrintJobView;
  /** Null: the label was printed by itself and has no number worth saying. */
  readonly number: number | null;
  readonly actions: PanelActions;
  readonly commands: Commands;
}

/** It broke off while sending: only the seller can see whether the paper is whole. */
export function AskPanel(props: PanelProps) {
  const t = useWords();
  const { job, number, commands } = props;
  const { before, after } = props.actions;
  return (
    <>
      <h2 className={styles['title']} data-tone="soon">
        <Icon name="alert" />
        {number === null ? t('printing:ask.titleOne') : t('printing:ask.title', { number })}
      </h2>
      <p className={styles['lead']}>{t('printing:ask.lead', { why: stepText(job, t) })}</p>
      <PrinterDrawing preview={job.preview} tone="soon" isTorn alt={job.remoteId} />
      <JobFacts job={job} />
      <div className={styles['choices']}>
        <Button
          kind="primary"
          size="large"
          keys={['3']}
          isBusy={commands.isBusy}
          onPress={() => after !== null && commands.act(after)}
        >
          {t('printing:ask.yes')}
        </Button>
        <Button
          size="large"
          keys={['2']}
          isBusy={commands.isBusy}
          onPress={() => before !== null && commands.act(before)}
        >
          {t('printing:ask.no')}
        </Button>
        <p className={styles['hint']}>{t('printing:ask.hint')}</p>
      </div>
    </>
  );
}

/** It was not printed: the cause, what is certain, what to do, and once more. */
export function FailPanel(props: PanelProps) {
  const t = useWords();
  const { job, number, commands } = props;
  const { primary } = props.actions;
  const ground = failureGround(job.step);
  return (
    <>
      <h2 className={styles['title']} data-tone="late">
        <Icon name="alert" />
        {number === null ? t('printing:fail.titleOne') : t('printing:fail.title', { number })}
      </h2>
      <p className={styles['lead']}>{t('printing:fail.lead', { why: stepText(job, t) })}</p>
      {job.preview === null ? null : (
        <PrinterDrawing preview={job.preview} tone="late" isTorn={false} alt={job.remoteId} />
      )}
      <JobFacts job={job} />
      <ol className={styles['steps']}>
        <li>{t(`printing:fail.steps.${ground}.1`)}</li>
        <li>{t(`printing:fail.steps.${ground}.2`)}</li>
        <li>{t(`printing:fail.steps.${ground}.3`)}</li>
      </ol>
      <div className={styles['choices']}>
        <Button
          kind="primary"
          size="large"
          keys={['Enter']}
          isBusy={commands.isBusy}
          onPress={() => primary !== null && commands.act(primary)}
        >
          {t('printing:fail.retry')}
        </Button>
        {ground === 'printer' ? null : <AttachFile orderId={job.orderId} />}
        <Button size="large" onPress={() => openOrder(job.orderId)}>
          {t('printing:fail.openOrder')}
        </Button>
        <Button
          kind="quiet"
          size="large"
          isBusy={commands.isBusy}
          onPress={() => commands.act(() => invoke('printing.cancel', { jobId: job.id }))}
        >
          {t('printing:fail.cancel')}
        </Button>
      </div>
    </>
  );
}

/** Puts another label file on the order, here where it is missed. */
function AttachFile(props: { readonly orderId: string }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [attached, setAttached] = useState<Attached | null>(null);
  const take = async (files: readonly File[]) => {
    setIsReading(true);
    setAttached(await attachLabel(props.orderId, files));
    setIsReading(false);
  };
  const said = attached === null ? null : attachedText(attached, t);
  return (
    <>
      <Button size="large" icon="upload" isBusy={isReading} onPress={() => input.current?.click()}>
        {isReading ? t('order:label.reading') : t('printing:fail.attach')}
      </Button>
      <input
        ref={input}
        className={styles['hidden']}
        type="file"
        accept={LABEL_FILE_TYPES}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
      {said === null ? null : (
        <p className={styles['said']} data-tone={said.tone} role="status">
          {said.text}
        </p>
      )}
    </>
  );
}

/** A label the seller wants to look at. */
export function OnePanel(props: {
  readonly job: PrintJobView;
  readonly number: number | null;
  readonly commands: Commands;
  /** Null: another button leads away. */
  readonly onLeave: (() => void) | null;
  readonly onReprint: (orderId: string) => void;
}) {
  const t = useWords();
  const { job, number, commands } = props;
  const canCancel = job.state === 'waiting' || job.state === 'queued';
  const isOut = isSent(job);
  return (
    <>
      <h2 className={styles['title']}>
        {number === null ? t('printing:one.titleOne') : t('printing:one.title', { number })}
      </h2>
      <p className={styles['lead']}>
        {stepText(job, t)}
        {job.settledAtMs === null || !isOut
          ? null
          : ` · ${t('printing:one.at', { when: formatTime(job.settledAtMs) })}`}
      </p>
      <PrinterDrawing preview={job.preview} tone="ok" isTorn={false} alt={job.remoteId} />
      <JobFacts job={job} />
      <div className={styles['choices']}>
        {isOut ? (
          <Button size="large" icon="printer" keys={['R']} onPress={() => props.onReprint(job.orderId)}>
            {t('printing:viewer.reprint')}
          </Button>
        ) : null}
        {canCancel ? (
          <Button
            kind="danger"
            size="large"
            isBusy={commands.isBusy}
            onPress={() => commands.act(() => invoke('printing.cancel', { jobId: job.id }))}
          >
            {t('printing:fail.cancel')}
          </Button>
        ) : null}
        {props.onLeave === null ? null : (
          <Button size="large" keys={['Esc']} onPress={props.onLeave}>
            {t('printing:one.close')}
          </Button>
        )}
      </div>
    </>
  );
}
