import { useState } from 'react';
import type { CaseView } from '../../../src-main/contract/methods/cases.ts';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { EndedCase, OurCase, type CaseQuestion } from '../../cases/our-case.tsx';
import { platformZone } from '../../cases/platform-zone.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openCaseDialog } from '../../stores/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { OrderSection } from './order-section.tsx';

/** Our after-sales cases of the order: open ones to work on, ended ones folded. */
export function OrderCases(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  if (order.cases.length === 0) return null;
  const open = order.cases.filter(({ closedAtMs }) => closedAtMs === null);
  const ended = order.cases.filter(({ closedAtMs }) => closedAtMs !== null);
  const another = (
    <Button kind="link" size="small" onPress={() => openCaseDialog([order.card.orderId])}>
      {t('cases:another')}
    </Button>
  );
  const shared = { orderId: order.card.orderId, attachments: order.attachments };
  return (
    <OrderSection title={t('order:cases.title')} count={String(order.cases.length)} end={another}>
      {open.map((ours) => (
        <OpenCase key={ours.id} order={order} ours={ours} />
      ))}
      {ended.map((ours) => (
        <EndedCase key={ours.id} ours={ours} {...shared} />
      ))}
    </OrderSection>
  );
}

function OpenCase(props: { readonly order: OrderView; readonly ours: CaseView }) {
  const { order, ours } = props;
  const [question, setQuestion] = useState<CaseQuestion>(null);
  return (
    <OurCase
      orderId={order.card.orderId}
      ours={ours}
      zone={platformZone(order, ours.id)}
      attachments={order.attachments}
      question={question}
      onQuestion={setQuestion}
      look="drawer"
    />
  );
}
