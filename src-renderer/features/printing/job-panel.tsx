import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AskPanel, FailPanel, OnePanel } from './job-answers.tsx';
import { countJobs, lookOf, type Batch } from './jobs-view.ts';
import { Papers } from './papers.tsx';
import styles from './printing-page.module.css';
import type { PrintingData } from './use-printing.ts';

/** The right column: the label that wants an answer, else the chosen one, else the virtual printer's paper, else calm. */
export function JobPanel(props: {
  readonly job: PrintJobView | null;
  readonly isChosen: boolean;
  readonly data: PrintingData;
  readonly batches: readonly Batch[];
  readonly onLeave: () => void;
}) {
  const t = useWords();
  const { job, data } = props;
  const hasVirtual = data.printers?.some((printer) => printer.isVirtual) === true;
  if (job === null && !hasVirtual && props.batches.length === 0) return null;
  return (
    <aside className={styles['panel']} aria-label={t('printing:panel')}>
      {job === null ? <Calm data={data} batches={props.batches} /> : <JobWords {...props} job={job} />}
    </aside>
  );
}

function JobWords(props: {
  readonly job: PrintJobView;
  readonly isChosen: boolean;
  readonly batches: readonly Batch[];
  readonly onLeave: () => void;
}) {
  const { job } = props;
  const batch = props.batches.find((candidate) => candidate.jobs.some(({ id }) => id === job.id));
  const number = 1 + (batch?.jobs.findIndex(({ id }) => id === job.id) ?? 0);
  switch (lookOf(job)) {
    case 'ask':
      return <AskPanel job={job} number={number} />;
    case 'failed':
      return <FailPanel job={job} number={number} />;
    default:
      return <OnePanel job={job} number={number} onLeave={props.onLeave} />;
  }
}

function Calm(props: { readonly data: PrintingData; readonly batches: readonly Batch[] }) {
  const t = useWords();
  const { printers, papers } = props.data;
  const hasVirtual = printers?.some((printer) => printer.isVirtual) === true;
  const counts = countJobs(props.batches.flatMap((batch) => batch.jobs));
  if (hasVirtual) return <Papers papers={papers} printers={printers ?? []} />;
  return counts.waiting > 0 ? (
    <EmptyState
      icon="clock"
      title={t('printing:calm.waiting', { count: counts.waiting })}
      text={t('printing:calm.waitingBody')}
    />
  ) : (
    <EmptyState icon="check" tone="ok" title={t('printing:calm.title')} text={t('printing:calm.body')} />
  );
}
