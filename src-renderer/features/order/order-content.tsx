import { useEffect, useRef, useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { attachLabel, type Attached } from '../../labels/attach-label.ts';
import { BuyerNote } from './buyer-note.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { LabelArea } from './label-area.tsx';
import { MyNote } from './my-note.tsx';
import { OrderActionBar } from './order-action-bar.tsx';
import type { OrderAction } from './order-actions.ts';
import { OrderAfterSales } from './order-after-sales.tsx';
import { OrderChecks } from './order-checks.tsx';
import { OrderClock } from './order-clock.tsx';
import styles from './order-drawer.module.css';
import { OrderEffects } from './order-effects.tsx';
import { OrderHeadLine, type Position } from './order-head.tsx';
import headStyles from './order-head.module.css';
import { OrderItems } from './order-items.tsx';
import { OrderOrigin } from './order-origin.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { HoldNote, OrderCases } from './order-stops.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { OrderTotals } from './order-totals.tsx';
import { RawDataDialog } from './raw-data-dialog.tsx';
import { ReprintDialog } from '../../labels/reprint-dialog.tsx';
import { runAction } from './run-action.ts';
import { ShipTo } from './ship-to.tsx';
import { useFileDrop } from '../../labels/use-file-drop.ts';

type Question = 'reprint' | 'cancel' | 'raw' | null;

interface ContentProps {
  readonly order: OrderView;
  readonly position: Position | null;
  readonly onClose: () => void;
  readonly onStep: (direction: -1 | 1) => void;
}

/** All of one order: head with clock and actions, the main column, the side column. Takes a label file anywhere. */
export function OrderContent(props: ContentProps) {
  const t = useWords();
  const { order } = props;
  const [question, setQuestion] = useState<Question>(null);
  const label = useLabel(order.card.orderId);
  const act = (action: OrderAction) => runAction(order, action, setQuestion);
  const drop = useFileDrop(label.take);
  return (
    <div className={styles['content']} {...drop.dropProps}>
      <div className={headStyles['head']}>
        <OrderHeadLine {...props} />
        <OrderClock order={order} />
        <OrderActionBar order={order} onAction={act} />
      </div>
      <div className={styles['body']}>
        <MainColumn order={order} label={label} onRaw={() => setQuestion('raw')} />
        <SideColumn order={order} />
        {drop.isOver ? (
          <div className={styles['dropping']}>
            <Icon name="upload" size={24} />
            {t('order:label.dropHere')}
          </div>
        ) : null}
      </div>
      <Questions order={order} question={question} onClose={() => setQuestion(null)} />
    </div>
  );
}

interface LabelState {
  readonly attached: Attached | null;
  readonly isReading: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** The last label file that was dropped here, and what came of it. */
function useLabel(orderId: string): LabelState {
  const [attached, setAttached] = useState<Attached | null>(null);
  const [isReading, setIsReading] = useState(false);
  const take = (files: readonly File[]) => {
    setIsReading(true);
    void attachLabel(orderId, files).then((result) => {
      setAttached(result);
      setIsReading(false);
    });
  };
  return { attached, isReading, take };
}

function MainColumn(props: { readonly order: OrderView; readonly label: LabelState; readonly onRaw: () => void }) {
  const { order, label } = props;
  const column = useRef<HTMLDivElement>(null);
  // A fresh result of the label belongs into view, also when the file was dropped on the head.
  useEffect(() => {
    if (label.attached !== null)
      column.current?.querySelector('[data-part="label"]')?.scrollIntoView({ block: 'nearest' });
  }, [label.attached]);
  return (
    <div ref={column} className={styles['main']}>
      {order.hold === null ? null : <HoldNote hold={order.hold} />}
      {order.cases.length === 0 ? null : <OrderCases order={order} />}
      <OrderAfterSales orderId={order.card.orderId} />
      {order.buyerNote === null ? null : <BuyerNote text={order.buyerNote} />}
      <OrderItems lines={order.lines} />
      <OrderChecks order={order} />
      <OrderParcels order={order} />
      <div data-part="label">
        <LabelArea order={order} attached={label.attached} isReading={label.isReading} onFiles={label.take} />
      </div>
      {order.effects.length === 0 ? null : <OrderEffects effects={order.effects} />}
      <OrderTimeline timeline={order.timeline} onRaw={props.onRaw} />
    </div>
  );
}

function SideColumn(props: { readonly order: OrderView }) {
  const { order } = props;
  return (
    <div className={styles['side']}>
      <ShipTo order={order} />
      <OrderTotals totals={order.totals} total={order.total} />
      <MyNote order={order} />
      <OrderOrigin order={order} />
    </div>
  );
}

function Questions(props: { readonly order: OrderView; readonly question: Question; readonly onClose: () => void }) {
  switch (props.question) {
    case 'reprint':
      return <ReprintDialog order={props.order} onClose={props.onClose} />;
    case 'cancel':
      return <CancelDialog order={props.order} onClose={props.onClose} />;
    case 'raw':
      return <RawDataDialog order={props.order} onClose={props.onClose} />;
    case null:
      return null;
  }
}
