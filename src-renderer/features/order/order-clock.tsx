import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { clockForm, spanOf, spanText } from '../../i18n/clock-text.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { formatInZone, isElsewhere, zoneName } from '../../i18n/zone.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Icon } from '../../ui/icon.tsx';
import { headClock } from './head-clock.ts';
import styles from './order-head.module.css';
import { whenText } from './when.ts';

/** The clock large, what it is for and until when beside it, and what the platform's own clocks show then. */
export function OrderClock(props: { readonly order: OrderView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { order } = props;
  const clock = headClock(order);
  const facts =
    clock === null
      ? [t('order:clock.none')]
      : [t(`drawer:clock.${clock.kind}`, { when: whenText(clock.atMs, nowMs, t) }), ...thereWords(clock, t)];
  return (
    <div className={styles['clock']}>
      {clock === null ? null : <BigClock dueAtMs={clock.atMs} nowMs={nowMs} />}
      <p title={clock === null ? undefined : formatMoment(clock.atMs)}>{facts.join(' · ')}</p>
    </div>
  );
}

/** The same moment on the clocks of the zone in which the rule is written; nothing where they agree with hers. */
function thereWords({ atMs, zone }: { readonly atMs: number; readonly zone: string | null }, t: Words): string[] {
  const there = isElsewhere(zone, atMs) ? formatInZone(atMs, zone) : null;
  return there === null || zone === null
    ? []
    : [t('drawer:deadlines.elsewhere', { zone: zoneName(zone, atMs), time: there })];
}

function BigClock(props: { readonly dueAtMs: number; readonly nowMs: number }) {
  const t = useWords();
  const form = clockForm(props.dueAtMs, props.nowMs);
  const time = spanText(spanOf(Math.abs(props.dueAtMs - props.nowMs)), t);
  return (
    <time className={styles['big']} data-form={form} dateTime={new Date(props.dueAtMs).toISOString()}>
      <Icon name="clock" size={20} />
      {form === 'late' ? t('order:clock.late', { time }) : t('order:clock.left', { time })}
    </time>
  );
}
