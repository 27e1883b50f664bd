import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { clockForm, spanOf, spanText } from '../../i18n/clock-text.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './order-head.module.css';
import { whenText } from './when.ts';

/** The clock large, the absolute time beside it, and whose time that is. */
export function OrderClock(props: { readonly order: OrderView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { card, placedAtMs, shipByMs, deliverByMs } = props.order;
  const when = (atMs: number) => whenText(atMs, nowMs, t);
  const facts = [
    dueWords(card.dueAtMs, shipByMs, deliverByMs, when, t),
    t('order:clock.placed', { when: when(placedAtMs) }),
    t('order:clock.zone', { zone: zoneName() }),
  ];
  return (
    <div className={styles['clock']}>
      {card.dueAtMs === null ? null : <BigClock dueAtMs={card.dueAtMs} nowMs={nowMs} />}
      <p title={card.dueAtMs === null ? undefined : formatMoment(card.dueAtMs)}>{facts.join(' · ')}</p>
    </div>
  );
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

function dueWords(
  dueAtMs: number | null,
  shipByMs: number | null,
  deliverByMs: number | null,
  when: (atMs: number) => string,
  t: Words,
): string {
  if (dueAtMs === null) return t('order:clock.none');
  const isDelivery = dueAtMs !== shipByMs && dueAtMs === deliverByMs;
  return isDelivery ? t('order:clock.deliver', { when: when(dueAtMs) }) : t('order:clock.by', { when: when(dueAtMs) });
}

/** The zone of this machine as its offset, e.g. "GMT+8": short, and the same in every language. */
function zoneName(): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
