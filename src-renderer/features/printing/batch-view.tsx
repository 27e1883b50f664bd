import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import styles from './batch.module.css';
import { JobThumb } from './job-thumb.tsx';
import { countJobs, type Batch } from './jobs-view.ts';

/** One batch as paper on the table: how far it is, and each label with its state. */
export function BatchView(props: {
  readonly batch: Batch;
  readonly isNewest: boolean;
  readonly focusId: string | null;
  readonly onChoose: (jobId: string) => void;
}) {
  const t = useWords();
  const { batch } = props;
  const time = formatTime(batch.atMs);
  const count = batch.jobs.length;
  const title = count === 1 ? t('printing:jobs.single', { time }) : t('printing:jobs.batch', { time, count });
  return (
    <section className={props.isNewest ? undefined : styles['later']} aria-label={title}>
      <header className={styles['head']}>
        <h2>{title}</h2>
      </header>
      <Progress jobs={batch.jobs} />
      <ol className={styles['thumbs']}>
        {batch.jobs.map((job, index) => (
          <li key={job.id}>
            <JobThumb job={job} number={index + 1} isInFocus={job.id === props.focusId} onChoose={props.onChoose} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Progress(props: { readonly jobs: readonly PrintJobView[] }) {
  const t = useWords();
  const counts = countJobs(props.jobs);
  const share = (part: number) => `${(100 * part) / Math.max(1, counts.total)}%`;
  const legend = [
    { key: 'sent', count: counts.sent, isKept: true },
    { key: 'ask', count: counts.ask, tone: 'soon' },
    { key: 'failed', count: counts.failed, tone: 'late' },
    { key: 'waiting', count: counts.waiting },
    { key: 'cancelled', count: counts.cancelled },
  ] as const;
  return (
    <>
      <div className={styles['segments']} aria-hidden="true">
        <i data-look="sent" style={{ width: share(counts.sent) }} />
        <i data-look="ask" style={{ width: share(counts.ask) }} />
        <i data-look="failed" style={{ width: share(counts.failed) }} />
      </div>
      <p className={styles['legend']}>
        {legend
          .filter((entry) => entry.count > 0 || 'isKept' in entry)
          .map((entry) => (
            <span key={entry.key} data-tone={'tone' in entry ? entry.tone : undefined}>
              {t(`printing:jobs.${entry.key}`)} <b>{entry.count}</b>
            </span>
          ))}
      </p>
    </>
  );
}
