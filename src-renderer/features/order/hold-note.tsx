import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './order-checks.module.css';
import { whenText } from './when.ts';

/** The hold that stands, with its reason, its note and its end. */
export function HoldNote(props: { readonly hold: NonNullable<OrderView['hold']> }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { reason, note, sinceMs, untilMs } = props.hold;
  const when = (atMs: number) => whenText(atMs, nowMs, t);
  const since = t('order:hold.since', { when: when(sinceMs) });
  const span = untilMs === null ? since : `${since} · ${t('order:hold.until', { when: when(untilMs) })}`;
  return (
    <div className={`${styles['check']} ${styles['warn']}`}>
      <Icon name="pause" />
      <p className={styles['words']}>
        <b>{t('order:hold.title', { reason: codeText('holdReason', reason, {}, t) })}</b>
        {note === '' ? span : `${note} · ${span}`}
      </p>
    </div>
  );
}
