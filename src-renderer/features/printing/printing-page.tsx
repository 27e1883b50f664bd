import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { BatchView } from './batch-view.tsx';
import { DayTotals } from './day-totals.tsx';
import { JobPanel } from './job-panel.tsx';
import { batches, jobInFocus, jobsOfToday } from './jobs-view.ts';
import { PrinterList } from './printer-list.tsx';
import styles from './printing-page.module.css';
import { usePrinting } from './use-printing.ts';

/** Printers at the left, today's labels as paper in the middle, what to do about them at the right. */
export function PrintingPage() {
  const t = useWords();
  const nowMs = useMinuteMs();
  const data = usePrinting();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const jobs = jobsOfToday(data.jobs, nowMs);
  const today = batches(jobs);
  const focus = jobInFocus(jobs, chosenId);
  if (data.printers === null && data.error !== null) {
    return (
      <div className={styles['state']}>
        <ErrorNote error={data.error} onRetry={data.reload} />
      </div>
    );
  }
  return (
    <main className={styles['page']}>
      <h1 className={styles['title']}>{t('printing:title')}</h1>
      <aside className={styles['printers']} aria-label={t('printing:printers.title')}>
        <PrinterList printers={data.printers} jobs={jobs} />
        <DayTotals jobs={jobs} />
      </aside>
      <section className={styles['middle']} aria-label={t('printing:jobs.title')}>
        {today.length === 0 ? (
          <EmptyState icon="printer" title={t('printing:jobs.none')} text={t('printing:jobs.noneBody')} />
        ) : (
          today.map((batch, index) => (
            <BatchView
              key={batch.id}
              batch={batch}
              isNewest={index === 0}
              focusId={focus?.id ?? null}
              onChoose={(id) => setChosenId((last) => (last === id ? null : id))}
            />
          ))
        )}
      </section>
      <JobPanel
        job={focus}
        isChosen={focus !== null && focus.id === chosenId}
        data={data}
        batches={today}
        onLeave={() => setChosenId(null)}
      />
    </main>
  );
}
