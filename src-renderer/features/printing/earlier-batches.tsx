import { useState } from 'react';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { countLooks, looksOf } from '../../printing/paper-look.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Icon } from '../../ui/icon.tsx';
import { BatchBar, BatchLegend } from './batch-progress.tsx';
import { BatchPapers, StateChip, type PaperDeeds } from './batch-view.tsx';
import styles from './batch-view.module.css';
import { batchOrder, batchTime, batchTitle } from './batch-words.ts';
import { PaperGrid } from './paper-grid.tsx';
import { PaperThumb } from './paper-thumb.tsx';

/** The other batches of the day, one line each; a line opens to its papers. */
export function EarlierBatches(props: { readonly batches: readonly BatchView[]; readonly deeds: PaperDeeds }) {
  const t = useWords();
  if (props.batches.length === 0) return null;
  return (
    <section className={styles['rows']}>
      <h2>{t('printing:batch.earlier')}</h2>
      {props.batches.map((batch) => (
        <BatchRow key={batch.id} batch={batch} deeds={props.deeds} />
      ))}
    </section>
  );
}

function BatchRow(props: { readonly batch: BatchView; readonly deeds: PaperDeeds }) {
  const t = useWords();
  const { batch } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { sent, total } = countLooks(looksOf(batch));
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        title={isOpen ? t('printing:batch.close') : t('printing:batch.open')}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="chevron" size={14} />
        <b>{batchTitle(batch, useMinuteMs(), t)}</b>
        <span className={styles['order']}>{batchOrder(batch, t)}</span>
        <span className={styles['grow']} />
        <BatchBar batch={batch} isSmall />
        <span>{t('printing:batch.paperCount', { done: sent, total })}</span>
        <StateChip state={batch.state} />
      </button>
      {isOpen ? (
        <div className={styles['open']}>
          <BatchLegend batch={batch} />
          <BatchPapers batch={batch} deeds={props.deeds} />
        </div>
      ) : null}
    </div>
  );
}

/** Labels that were printed one by one, small, with their times. */
export function SinglePrints(props: { readonly batches: readonly BatchView[]; readonly deeds: PaperDeeds }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { batches, deeds } = props;
  if (batches.length === 0) return null;
  const title = t('printing:batch.singles', { count: batches.length });
  return (
    <section className={styles['singles']}>
      <h2>{title}</h2>
      <PaperGrid label={title}>
        {batches.flatMap((batch) => {
          const looks = looksOf(batch);
          return batch.jobs.map((job, index) => (
            <li key={batch.id}>
              <PaperThumb
                job={job}
                look={looks[index] ?? 'waiting'}
                caption={batchTime(batch, nowMs, t)}
                isChosen={job.id === deeds.chosenId}
                isEntry={job.id === deeds.entryId}
                onChoose={deeds.onChoose}
                onOpen={deeds.onOpen}
              />
            </li>
          ));
        })}
      </PaperGrid>
    </section>
  );
}
