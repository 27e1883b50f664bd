import { clockForm, spanOf, spanText } from '../i18n/clock-text.ts';
import { formatMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { formatInZone, isElsewhere, zoneName } from '../i18n/zone.ts';
import { useMinuteMs } from '../stores/now.ts';
import styles from './our-case.module.css';

/** When the case is due: the absolute time here, how long that still is, and what the platform's own clocks show then. */
export function CaseDue(props: {
  readonly dueAtMs: number | null;
  readonly zone: string | null;
  readonly look: 'drawer' | 'page';
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { dueAtMs, zone } = props;
  if (dueAtMs === null) return <p className={styles['none']}>{t('cases:due.none')}</p>;
  const form = clockForm(dueAtMs, nowMs);
  const time = spanText(spanOf(Math.abs(dueAtMs - nowMs)), t);
  const there = isElsewhere(zone, dueAtMs) ? formatInZone(dueAtMs, zone) : null;
  return (
    <div className={styles['due']} data-look={props.look} data-form={form}>
      <time dateTime={new Date(dueAtMs).toISOString()}>{formatMoment(dueAtMs)}</time>
      <p>
        {form === 'late' ? t('cases:due.late', { time }) : t('cases:due.left', { time })}
        {there === null || zone === null
          ? null
          : ` · ${t('cases:due.elsewhere', { zone: zoneName(zone, dueAtMs), time: there })}`}
      </p>
    </div>
  );
}
