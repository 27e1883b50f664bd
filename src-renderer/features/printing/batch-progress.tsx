import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { countLooks, looksOf, type BatchCounts } from '../../printing/paper-look.ts';
import styles from './batch-progress.module.css';

const SEGMENTS = ['sent', 'ask', 'stopped', 'held', 'failed', 'cancelled'] as const;

/** How far a batch is, as a bar. */
export function BatchBar(props: { readonly batch: BatchView; readonly isSmall?: boolean }) {
  const counts = countLooks(looksOf(props.batch));
  return (
    <div className={styles['bar']} data-small={props.isSmall === true ? '' : undefined} aria-hidden="true">
      {SEGMENTS.map((look) =>
        counts[look] === 0 ? null : (
          <i key={look} data-look={look} style={{ width: `${(100 * counts[look]) / Math.max(1, counts.total)}%` }} />
        ),
      )}
    </div>
  );
}

const TONES: Readonly<Partial<Record<keyof BatchCounts, 'late' | 'soon'>>> = {
  stopped: 'late',
  failed: 'late',
  held: 'late',
  ask: 'soon',
};

/** The counts in words. Where it stopped, the number of the label instead of a count. */
export function BatchLegend(props: { readonly batch: BatchView }) {
  const t = useWords();
  const counts = countLooks(looksOf(props.batch));
  const figure = (look: (typeof LEGEND)[number]) =>
    look === 'stopped' ? (props.batch.stoppedAt ?? counts.stopped) : counts[look];
  return (
    <p className={styles['legend']}>
      {LEGEND.filter((look) => look === 'sent' || counts[look] > 0).map((look) => (
        <span key={look} data-tone={TONES[look]}>
          {t(`printing:legend.${look}`)} <b>{figure(look)}</b>
        </span>
      ))}
    </p>
  );
}

const LEGEND = ['sent', 'stopped', 'waiting', 'held', 'ask', 'failed', 'cancelled'] as const;
