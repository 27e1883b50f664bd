import type { RefObject } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { CaseCard } from '../../cases/case-card.tsx';
import { orderIdOf, type CaseItem } from '../../cases/case-items.ts';
import { EndedCase, OurCase, type CaseQuestion } from '../../cases/our-case.tsx';
import { platformZone } from '../../cases/platform-zone.ts';
import { usePasteFiles } from '../../attachments/use-paste-files.ts';
import { useAttach } from '../../attachments/use-attach.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './cases-page.module.css';
import { OrderBeside } from './order-beside.tsx';

interface ReadingProps {
  readonly item: CaseItem;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
  readonly question: CaseQuestion;
  readonly onQuestion: (question: CaseQuestion) => void;
}

/** The case that is read, and the order it is about beside it. */
export function CaseReading(props: ReadingProps) {
  const t = useWords();
  const orderId = orderIdOf(props.item);
  if (orderId !== null) return <WithOrder {...props} orderId={orderId} />;
  const { report } = props.item;
  return (
    <div className={styles['reading']}>
      <div className={styles['case']}>
        <p className={styles['dim']}>{t('cases:noOrder')}</p>
        {report === null ? null : <CaseCard afterSale={report} />}
      </div>
    </div>
  );
}

function WithOrder(props: ReadingProps & { readonly orderId: string }) {
  const { item, orderId } = props;
  const { value: order, error, reload } = useQuery('orders.get', { id: orderId }, ['orders.changed', 'outbox.changed']);
  return (
    <div className={styles['reading']}>
      <div className={styles['case']}>
        {item.kind === 'ours' ? <Ours {...props} entry={item.entry} order={order} /> : null}
        {item.report === null ? null : <Report report={item.report} isTold={item.kind === 'ours'} />}
      </div>
      <aside className={styles['order']}>
        {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
        {order === null && error === null ? <Skeleton width="100%" height={240} /> : null}
        {order === null ? null : <OrderBeside order={order} readId={item.id} />}
      </aside>
    </div>
  );
}

function Ours(
  props: ReadingProps & {
    readonly entry: Extract<CaseItem, { readonly kind: 'ours' }>['entry'];
    readonly order: OrderView | null;
  },
) {
  const { entry, order } = props;
  const { orderId } = entry;
  // The order is read after each change and knows the case newest.
  const ours = order?.cases.find(({ id }) => id === entry.case.id) ?? entry.case;
  const attachments = order?.attachments ?? [];
  const attach = useAttach({ orderId, caseId: ours.id });
  usePasteFiles(attach.add);
  if (ours.closedAtMs !== null)
    return (
      <div className={styles['over']}>
        <EndedCase orderId={orderId} ours={ours} attachments={attachments} isOpen />
      </div>
    );
  return (
    <OurCase
      orderId={orderId}
      ours={ours}
      zone={order === null ? null : platformZone(order, ours.id)}
      attachments={attachments}
      question={props.question}
      onQuestion={props.onQuestion}
      noteField={props.noteField}
      look="page"
    />
  );
}

/** What the platform says; titled as such where it is told under a case of ours. */
function Report(props: { readonly report: NonNullable<CaseItem['report']>; readonly isTold: boolean }) {
  const t = useWords();
  const { isTold, report } = props;
  if (!isTold) return <CaseCard afterSale={report} />;
  return (
    <section>
      <h2 className={styles['own']}>{t('cases:platformsOwn')}</h2>
      <CaseCard afterSale={report} />
    </section>
  );
}
