import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { carryOut } from '../../stores/carry-out.ts';
import styles from './order-checks.module.css';
import { OrderSection } from './order-section.tsx';
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

/** Open after-sales cases: kind, note, when an answer is due, and the way to close. */
export function OrderCases(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const nowMs = useMinuteMs();
  const when = (atMs: number) => whenText(atMs, nowMs, t);
  const close = (caseId: string) =>
    carryOut('close-case', invoke('orders.closeCase', { id: order.card.orderId, caseId }));
  return (
    <OrderSection title={t('order:cases.title')} count={String(order.cases.length)}>
      <ul>
        {order.cases.map((open) => (
          <li key={open.id} className={`${styles['check']} ${styles['warn']}`}>
            <Icon name="shield" />
            <p className={styles['words']}>
              <b>{codeText('caseKind', open.kind, {}, t)}</b>
              {[
                open.note,
                open.dueAtMs === null
                  ? t('order:cases.opened', { when: when(open.openedAtMs) })
                  : t('order:cases.due', { when: when(open.dueAtMs) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            <Button size="small" onPress={() => void close(open.id)}>
              {t('order:cases.close')}
            </Button>
          </li>
        ))}
      </ul>
    </OrderSection>
  );
}
