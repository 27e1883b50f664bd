import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCountry, formatMoment } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { formatInZone, isElsewhere, zoneName } from '../../i18n/zone.ts';
import { Clock } from '../../ui/clock.tsx';
import styles from './order-deadlines.module.css';
import { OrderSection } from './order-section.tsx';
import { PromiseButton } from './promise-button.tsx';

type Deadline = OrderView['deadlines'][number];

/** Every clock of the order, the next first: which, until when here and where the rule was written, and whose reckoning it is. */
export function OrderDeadlines(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const { deadlines } = order;
  if (deadlines.length === 0 && order.card.lane === null) return null;
  return (
    <OrderSection
      title={t('drawer:deadlines.title')}
      {...(deadlines.length > 1 ? { count: String(deadlines.length) } : {})}
      {...(order.card.lane === null ? {} : { end: <PromiseButton order={order} /> })}
    >
      {deadlines.length === 0 ? <p className={styles['none']}>{t('drawer:deadlines.none')}</p> : null}
      <ul>
        {deadlines.map((deadline) => (
          <DeadlineLine key={`${deadline.kind} ${deadline.caseId ?? ''} ${deadline.atMs}`} deadline={deadline} />
        ))}
      </ul>
    </OrderSection>
  );
}

function DeadlineLine(props: { readonly deadline: Deadline }) {
  const t = useWords();
  const { deadline } = props;
  const facts = factsOf(deadline, t);
  return (
    <li className={styles['deadline']}>
      <div className={styles['words']}>
        <p>
          <b>{codeText('deadline', deadline.kind, {}, t)}</b> {formatMoment(deadline.atMs)}
        </p>
        {facts.length === 0 ? null : <p className={styles['facts']}>{facts.join(' · ')}</p>}
      </div>
      <Clock dueAtMs={deadline.atMs} />
    </li>
  );
}

function factsOf({ atMs, zone, calendar, isReported, kind }: Deadline, t: Words): string[] {
  const there = isElsewhere(zone, atMs) ? formatInZone(atMs, zone) : null;
  // Holds, promises and cases of the desk are nobody's rule.
  const isRule = kind === 'ship-by' || kind === 'auto-cancel' || kind === 'first-reply';
  return [
    ...(there === null || zone === null
      ? []
      : [t('drawer:deadlines.elsewhere', { zone: zoneName(zone, atMs), time: there })]),
    ...(calendar === null ? [] : [t('drawer:deadlines.calendar', { country: formatCountry(calendar) })]),
    ...(isReported || !isRule ? [] : [t('drawer:deadlines.reckoned')]),
  ];
}
