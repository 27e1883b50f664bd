import { clockText } from '../i18n/clock-text.ts';
import { formatMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { useMinuteMs } from '../stores/now.ts';
import styles from './clock.module.css';

/** A deadline in its three forms: filled red (late), tinted amber (within 24 hours), plain grey (later). */
export function Clock(props: { readonly dueAtMs: number; readonly size?: 'card' | 'small' | 'large' }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const clock = clockText(props.dueAtMs, nowMs, t);
  const due = new Date(props.dueAtMs);
  return (
    <time
      className={styles['clock']}
      data-form={clock.form}
      data-size={props.size ?? 'card'}
      dateTime={due.toISOString()}
      title={formatMoment(props.dueAtMs)}
    >
      {clock.text}
    </time>
  );
}
