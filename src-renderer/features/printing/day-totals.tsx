import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import styles from './printing-page.module.css';

const ROWS = ['labels', 'reprints', 'heldBack', 'pickLists', 'packingSlips', 'thankYouCards'] as const;
/** Shown also when there was none. */
const ALWAYS: readonly string[] = ['labels', 'reprints', 'heldBack'];

/** What the day came to. */
export function DayTotals(props: { readonly totals: MethodOutput<'printing.today'>['totals'] | null }) {
  const t = useWords();
  const { totals } = props;
  if (totals === null) return null;
  return (
    <section className={styles['totals']}>
      <h2>{t('printing:totals.title')}</h2>
      <dl>
        {ROWS.filter((row) => ALWAYS.includes(row) || totals[row] > 0).map((row) => (
          <div key={row} data-tone={row === 'heldBack' && totals[row] > 0 ? 'late' : undefined}>
            <dt>{t(`printing:totals.${row}`)}</dt>
            <dd>{formatCount(totals[row])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
