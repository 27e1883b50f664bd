import { useState } from 'react';
import type { BatchView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { lookOf, sentBefore } from '../../printing/paper-look.ts';
import { causeOf, type StopCause } from '../../printing/stop-cause.ts';
import { useMachines, type Printer } from '../../stores/machines.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { resumeBatch, type Commands } from './batch-commands.ts';
import { JobFacts } from './job-facts.tsx';
import styles from './job-panel.module.css';
import { mediaText } from './media-text.ts';
import type { PanelActions } from './panel-actions.ts';
import { PrinterDrawing } from './printer-drawing.tsx';

interface StopProps {
  readonly batch: BatchView;
  /** The label at which it stands still. */
  readonly job: PrintJobView;
  readonly actions: PanelActions;
  readonly commands: Commands;
}

/** The printer stopped: the cause, what is certain, the paper, what to do, and from which label to go on. */
export function StopPanel(props: StopProps) {
  const t = useWords();
  const { batch, job } = props;
  const number = job.position;
  const printers = useMachines((machines) => machines.printers);
  const cause = causeOf(batch, printers);
  const name = t(`printing:cause.${cause}.name`);
  const isInDoubt = job.state === 'unknown';
  return (
    <>
      <h2 className={styles['title']} data-tone="late">
        <Icon name="alert" />
        {t('printing:stop.title', { cause: name, number })}
      </h2>
      <p className={styles['lead']}>
        {isInDoubt ? t('printing:stop.half', { number }) : t('printing:stop.notBegun', { number })}
      </p>
      <PrinterDrawing preview={job.preview} tone="late" isTorn={isInDoubt} alt={job.remoteId} />
      <JobFacts job={job} />
      <ol className={styles['steps']}>
        {stepsOf(props, cause, printers, t).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Choices {...props} />
    </>
  );
}

function stepsOf({ batch, job }: StopProps, cause: StopCause, printers: readonly Printer[] | null, t: Words): string[] {
  const printer = printers?.find((candidate) => candidate.id === batch.printerId);
  const media = printer === undefined ? '' : mediaText(printer, t);
  const before = sentBefore(batch, job.position)?.position ?? null;
  const isInDoubt = job.state === 'unknown';
  const number = job.position;
  const look = lookStep(isInDoubt, before, number, t);
  const steps = [t(`printing:cause.${cause}.1`, { media }), t(`printing:cause.${cause}.2`, { media })];
  return look === null ? steps : [...steps, look];
}

function lookStep(isInDoubt: boolean, before: number | null, number: number, t: Words): string | null {
  if (before !== null && isInDoubt) return t('printing:stop.lookBoth', { before, number });
  if (before !== null) return t('printing:stop.lookBefore', { before });
  return isInDoubt ? t('printing:stop.lookHalf', { number }) : null;
}

function Choices(props: StopProps) {
  const t = useWords();
  const { batch, job, actions, commands } = props;
  const number = job.position;
  const before = sentBefore(batch, number);
  const press = (call: PanelActions['primary']) => () => {
    if (call !== null) commands.act(call);
  };
  const isLast = number >= batch.jobs.length;
  return (
    <div className={styles['choices']}>
      <Button kind="primary" size="large" keys={['Enter']} isBusy={commands.isBusy} onPress={press(actions.primary)}>
        {t('printing:stop.resume', { number })}
      </Button>
      {before === null ? null : (
        <Button size="large" keys={['2']} isBusy={commands.isBusy} onPress={press(actions.before)}>
          {t('printing:stop.resumeBefore', { number: before.position })}
        </Button>
      )}
      {actions.after === null ? null : (
        <Button size="large" keys={['3']} isBusy={commands.isBusy} onPress={press(actions.after)}>
          {isLast
            ? t('printing:stop.allOut', { number })
            : t('printing:stop.resumeAfter', { number, next: number + 1 })}
        </Button>
      )}
      <OtherNumber batch={batch} number={number} commands={commands} />
      <p className={styles['hint']}>{notes(batch, before, t)}</p>
    </div>
  );
}

/** Which labels get the mark, and which will not print at all. */
function notes(batch: BatchView, before: PrintJobView | null, t: Words): string {
  const held = batch.jobs.filter((job) => lookOf(job) === 'held').map((job) => job.position);
  const separator = t('order:checks.separator');
  return [
    before === null ? '' : t('printing:stop.marked', { count: 1, numbers: String(before.position) }),
    held.length === 0 ? '' : t('printing:stop.heldNote', { count: held.length, numbers: held.join(separator) }),
  ]
    .filter((note) => note !== '')
    .join(' ');
}

function OtherNumber(props: { readonly batch: BatchView; readonly number: number; readonly commands: Commands }) {
  const t = useWords();
  const { batch, commands } = props;
  const [typed, setTyped] = useState('');
  const last = batch.jobs.length;
  const position = Number(typed);
  const isRight = Number.isInteger(position) && position >= 1 && position <= last;
  const go = () => {
    if (isRight) commands.act(() => resumeBatch(batch, position));
  };
  return (
    <form
      className={styles['other']}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        {t('printing:stop.other')}
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={last}
          value={typed}
          placeholder={String(props.number)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit" isDisabled={!isRight} isBusy={commands.isBusy}>
        {t('printing:stop.otherGo')}
      </Button>
    </form>
  );
}
