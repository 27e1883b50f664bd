import type { BatchView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { isSent } from '../../printing/paper-look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { JobFacts } from './job-facts.tsx';
import styles from './papers.module.css';
import { stepText } from './step-words.ts';

/** One label as large as the window allows, with a way to its neighbours of the same batch. */
export function LabelViewer(props: {
  readonly batches: readonly BatchView[];
  /** null: closed. */
  readonly jobId: string | null;
  readonly onOpen: (jobId: string | null) => void;
  readonly onReprint: (orderId: string) => void;
}) {
  const t = useWords();
  const batch = props.batches.find(({ jobs }) => jobs.some((job) => job.id === props.jobId));
  const index = batch?.jobs.findIndex((job) => job.id === props.jobId) ?? -1;
  const job = batch?.jobs[index];
  if (batch === undefined || job === undefined) return null;
  const close = () => props.onOpen(null);
  const reprint = () => {
    close();
    props.onReprint(job.orderId);
  };
  const sentAt =
    job.settledAtMs !== null && isSent(job)
      ? ` · ${t('printing:viewer.at', { when: formatTime(job.settledAtMs) })}`
      : '';
  const actions = isSent(job) ? (
    <Button icon="printer" onPress={reprint}>
      {t('printing:viewer.reprint')}
    </Button>
  ) : undefined;
  return (
    <Dialog
      isOpen
      onClose={close}
      width={560}
      title={t('printing:viewer.title', { number: job.position })}
      hint={`${stepText(job, t)}${sentAt}`}
      {...(actions === undefined ? {} : { actions })}
    >
      <div className={styles['viewer']}>
        {job.preview === null ? (
          <p className={styles['dim']}>{t('printing:viewer.none')}</p>
        ) : (
          <img src={`data:image/png;base64,${job.preview}`} alt={job.remoteId} draggable={false} />
        )}
        <JobFacts job={job} />
        <Neighbours batch={batch} index={index} onOpen={props.onOpen} />
      </div>
    </Dialog>
  );
}

function Neighbours(props: {
  readonly batch: BatchView;
  readonly index: number;
  readonly onOpen: (jobId: string) => void;
}) {
  const t = useWords();
  const { jobs } = props.batch;
  if (jobs.length < 2) return null;
  const goTo = (job: PrintJobView | undefined) => {
    if (job !== undefined) props.onOpen(job.id);
  };
  return (
    <nav>
      <IconButton
        icon="back"
        label={t('printing:viewer.previous')}
        isDisabled={props.index === 0}
        onPress={() => goTo(jobs[props.index - 1])}
      />
      {t('printing:papers.of', { number: props.index + 1, total: jobs.length })}
      <IconButton
        icon="chevron"
        label={t('printing:viewer.next')}
        isDisabled={props.index === jobs.length - 1}
        onPress={() => goTo(jobs[props.index + 1])}
      />
    </nav>
  );
}
