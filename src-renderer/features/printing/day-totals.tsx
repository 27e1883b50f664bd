import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { countJobs } from './jobs-view.ts';
import styles from './printing-page.module.css';

/** What the day came to. Rows that would say nothing are left out. */
export function DayTotals(props: { readonly jobs: readonly PrintJobView[] }) {
  const t = useWords();
  const counts = countJobs(props.jobs);
  const rows = [
    { name: t('printing:totals.labels'), count: counts.sent, isKept: true },
    { name: t('printing:totals.reprints'), count: counts.reprints, isKept: true },
    { name: t('printing:totals.waiting'), count: counts.waiting, isKept: false },
    { name: t('printing:totals.ask'), count: counts.ask, isKept: false, tone: 'soon' },
    { name: t('printing:totals.failed'), count: counts.failed, isKept: false, tone: 'late' },
  ];
  return (
    <section className={styles['totals']}>
      <h2>{t('printing:totals.title')}</h2>
      <dl>
        {rows
          .filter((row) => row.isKept || row.count > 0)
          .map((row) => (
            <div key={row.name} data-tone={row.tone}>
              <dt>{row.name}</dt>
              <dd>{formatCount(row.count)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
