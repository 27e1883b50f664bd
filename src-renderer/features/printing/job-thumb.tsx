import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { codeText } from '../../i18n/code-text.ts';
import { numberTail } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import styles from './job-thumb.module.css';
import { lookOf, type JobLook } from './jobs-view.ts';

const ICONS: Readonly<Record<JobLook, IconName | null>> = {
  waiting: null,
  busy: 'printer',
  sent: 'check',
  ask: 'alert',
  failed: 'alert',
  cancelled: 'no',
};

/** One label as a sheet: tick — the printer took it, amber ring — please look, red ring — not printed, pale — waiting. */
export function JobThumb(props: {
  readonly job: PrintJobView;
  readonly number: number;
  readonly isInFocus: boolean;
  readonly onChoose: (jobId: string) => void;
}) {
  const t = useWords();
  const { job, number } = props;
  const look = lookOf(job);
  const icon = ICONS[look];
  const state = codeText('jobState', job.state, {}, t);
  return (
    <button
      type="button"
      className={styles['thumb']}
      data-look={look}
      aria-pressed={props.isInFocus}
      aria-label={t('printing:jobs.open', { number, order: job.remoteId, state })}
      title={`${job.remoteId} · ${state}`}
      onClick={() => props.onChoose(job.id)}
    >
      <span className={styles['paper']}>
        {job.preview === null ? (
          <span className={styles['blank']}>{numberTail(job.remoteId)}</span>
        ) : (
          <img src={`data:image/png;base64,${job.preview}`} alt="" draggable={false} loading="lazy" />
        )}
      </span>
      <span className={styles['caption']}>
        {icon === null ? null : <Icon name={icon} size={14} />}
        {number}
      </span>
    </button>
  );
}
