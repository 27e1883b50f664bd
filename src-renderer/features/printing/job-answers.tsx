import { useState } from 'react';
import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './job-panel.module.css';
import { lookOf } from './jobs-view.ts';
import { PrinterDrawing } from './printer-drawing.tsx';
import { run } from './run-printing.ts';
import { failureGround, stepText } from './step-words.ts';

interface JobProps {
  readonly job: PrintJobView;
  /** Place of the label in its batch, from 1. */
  readonly number: number;
}

/** Runs one answer at a time. */
function useAnswer(): { readonly isBusy: boolean; readonly answer: (call: () => Promise<unknown>) => void } {
  const [isBusy, setIsBusy] = useState(false);
  const answer = (call: () => Promise<unknown>) => {
    if (isBusy) return;
    setIsBusy(true);
    void run(call()).then(() => setIsBusy(false));
  };
  return { isBusy, answer };
}

/** It broke off while sending: only the seller can see whether the paper is whole. */
export function AskPanel(props: JobProps) {
  const t = useWords();
  const { job, number } = props;
  const { isBusy, answer } = useAnswer();
  const say = (cameOut: boolean) => answer(() => invoke('printing.answer', { jobId: job.id, cameOut }));
  return (
    <>
      <h2 className={styles['title']} data-tone="soon">
        <Icon name="alert" />
        {t('printing:ask.title', { number })}
      </h2>
      <p className={styles['lead']}>{t('printing:ask.lead', { why: stepText(job, t) })}</p>
      <PrinterDrawing preview={job.preview} tone="soon" isTorn alt={job.remoteId} />
      <JobFacts job={job} />
      <div className={styles['choices']}>
        <Button kind="primary" size="large" icon="check" isBusy={isBusy} onPress={() => say(true)}>
          {t('printing:ask.yes')}
        </Button>
        <Button size="large" icon="printer" isBusy={isBusy} onPress={() => say(false)}>
          {t('printing:ask.no')}
        </Button>
        <p className={styles['hint']}>{t('printing:ask.hint')}</p>
      </div>
    </>
  );
}

/** It was not printed: the cause, what is certain, what to do, and once more. */
export function FailPanel(props: JobProps) {
  const t = useWords();
  const { job, number } = props;
  const { isBusy, answer } = useAnswer();
  const ground = failureGround(job.step);
  return (
    <>
      <h2 className={styles['title']} data-tone="late">
        <Icon name="alert" />
        {t('printing:fail.title', { number })}
      </h2>
      <p className={styles['lead']}>{t('printing:fail.lead', { why: stepText(job, t) })}</p>
      <PrinterDrawing preview={job.preview} tone="late" isTorn alt={job.remoteId} />
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
          icon="printer"
          isBusy={isBusy}
          onPress={() => answer(() => invoke('printing.retry', { jobId: job.id }))}
        >
          {t('printing:fail.retry')}
        </Button>
        <Button size="large" isBusy={isBusy} onPress={() => answer(() => invoke('printing.cancel', { jobId: job.id }))}>
          {t('printing:fail.cancel')}
        </Button>
      </div>
    </>
  );
}

/** A label the seller wants to look at. */
export function OnePanel(props: JobProps & { readonly onLeave: () => void }) {
  const t = useWords();
  const { job, number, onLeave } = props;
  const { isBusy, answer } = useAnswer();
  const look = lookOf(job);
  const canCancel = job.state === 'waiting' || job.state === 'queued';
  return (
    <>
      <h2 className={styles['title']}>{t('printing:one.title', { number })}</h2>
      <p className={styles['lead']}>
        {stepText(job, t)}
        {job.settledAtMs === null || look !== 'sent'
          ? null
          : ` · ${t('printing:one.at', { when: formatTime(job.settledAtMs) })}`}
      </p>
      <PrinterDrawing preview={job.preview} tone="ok" isTorn={false} alt={job.remoteId} />
      <JobFacts job={job} />
      <div className={styles['choices']}>
        {canCancel ? (
          <Button
            kind="danger"
            size="large"
            isBusy={isBusy}
            onPress={() => answer(() => invoke('printing.cancel', { jobId: job.id }))}
          >
            {t('printing:fail.cancel')}
          </Button>
        ) : null}
        <Button size="large" onPress={onLeave}>
          {t('printing:one.close')}
        </Button>
      </div>
    </>
  );
}

/** Whose label it is, which copy, how big, and what was done to fit it. */
function JobFacts(props: { readonly job: PrintJobView }) {
  const t = useWords();
  const { job } = props;
  return (
    <div className={styles['facts']}>
      <code>{job.remoteId}</code>
      <Button kind="link" size="small" onPress={() => openOrder(job.orderId)}>
        {t('printing:fail.openOrder')}
      </Button>
      {job.copy > 1 ? <Chip tone="soon">{t('printing:one.copy', { copy: job.copy })}</Chip> : null}
      {job.warnings.map((warning) => (
        <Chip key={warning} tone="soon" icon="alert">
          {codeText('warning', warning, {}, t)}
        </Chip>
      ))}
    </div>
  );
}
