import { memo } from 'react';
import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { numberTail } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { heldStep, type PaperLook } from '../../printing/paper-look.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import styles from './paper-thumb.module.css';

const ICONS: Readonly<Partial<Record<PaperLook, IconName>>> = {
  busy: 'printer',
  sent: 'check',
  confirmed: 'check',
  look: 'eye',
  ask: 'alert',
  stopped: 'alert',
  failed: 'alert',
  held: 'no',
  cancelled: 'cross',
};

export interface PaperThumbProps {
  readonly job: PrintJobView;
  readonly look: PaperLook;
  /** Under the paper: its number, or the time of a label by itself. */
  readonly caption: string;
  readonly isChosen: boolean;
  /** True for the one paper that Tab reaches; the others are walked to. */
  readonly isEntry: boolean;
  readonly onChoose: (jobId: string) => void;
  readonly onOpen: (jobId: string) => void;
}

/** One label as a sheet of paper with its number and state. */
export const PaperThumb = memo(function PaperThumb(props: PaperThumbProps) {
  const t = useWords();
  const { job, look } = props;
  const icon = ICONS[look];
  const held = heldStep(job);
  const state = held === null ? t(`printing:paper.state.${look}`) : t(`printing:paper.stamp.${held}`);
  const isHalf = look === 'stopped' && job.state === 'unknown';
  return (
    <button
      type="button"
      className={styles['thumb']}
      data-paper-id={job.id}
      data-look={look}
      data-half={isHalf ? '' : undefined}
      tabIndex={props.isEntry ? 0 : -1}
      aria-pressed={props.isChosen}
      aria-label={t('printing:paper.label', { number: job.position, order: job.remoteId, state })}
      title={`${job.remoteId} · ${state}`}
      onFocus={() => props.onChoose(job.id)}
      onClick={() => props.onChoose(job.id)}
      onDoubleClick={() => props.onOpen(job.id)}
    >
      <span className={styles['paper']}>
        {job.preview === null ? (
          <span className={styles['blank']}>{numberTail(job.remoteId)}</span>
        ) : (
          <img src={`data:image/png;base64,${job.preview}`} alt="" draggable={false} loading="lazy" decoding="async" />
        )}
        {held === null ? null : <b className={styles['stamp']}>{t(`printing:paper.stamp.${held}`)}</b>}
        {job.copy > 1 ? (
          <span className={styles['copy']}>{t('printing:paper.copy', { copy: job.copy - 1 })}</span>
        ) : null}
      </span>
      <span className={styles['caption']}>
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {props.caption}
      </span>
    </button>
  );
}, isSame);

/** Each reading brings new objects: a paper is drawn anew only when what it shows has changed. */
function isSame(last: PaperThumbProps, next: PaperThumbProps): boolean {
  return (
    last.look === next.look &&
    last.caption === next.caption &&
    last.isChosen === next.isChosen &&
    last.isEntry === next.isEntry &&
    last.onChoose === next.onChoose &&
    last.onOpen === next.onOpen &&
    last.job.id === next.job.id &&
    last.job.state === next.job.state &&
    last.job.step === next.job.step &&
    last.job.copy === next.job.copy &&
    last.job.preview === next.job.preview
  );
}
