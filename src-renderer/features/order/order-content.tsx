import { useEffect, useRef, useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ReprintDialog } from '../../labels/reprint-dialog.tsx';
import { useFileDrop } from '../../labels/use-file-drop.ts';
import { Icon } from '../../ui/icon.tsx';
import { BuyerNote } from './buyer-note.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { HoldNote } from './hold-note.tsx';
import { LabelArea } from './label-area.tsx';
import { LabelOrFile } from './label-or-file.tsx';
import { MyNote } from './my-note.tsx';
import { OrderActionBar } from './order-action-bar.tsx';
import type { OrderAction } from './order-actions.ts';
import { OrderAfterSales } from './order-after-sales.tsx';
import { OrderCases } from './order-cases.tsx';
import { OrderChecks } from './order-checks.tsx';
import { OrderClock } from './order-clock.tsx';
import { OrderDeadlines } from './order-deadlines.tsx';
import styles from './order-drawer.module.css';
import { OrderEffects } from './order-effects.tsx';
import { OrderFiles } from './order-files.tsx';
import { OrderHeadLine, type Position } from './order-head.tsx';
import headStyles from './order-head.module.css';
import { OrderItems } from './order-items.tsx';
import { OrderOrigin } from './order-origin.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { OrderSiblings } from './order-siblings.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { OrderTotals } from './order-totals.tsx';
import { RawDataDialog } from './raw-data-dialog.tsx';
import { runAction } from './run-action.ts';
import { ShipTo } from './ship-to.tsx';
import { useOrderFiles, type OrderFilesState } from './use-order-files.ts';

type Question = 'reprint' | 'cancel' | 'raw' | null;

interface ContentProps {
  readonly order: OrderView;
  readonly position: Position | null;
  readonly onClose: () => void;
  readonly onStep: (direction: -1 | 1) => void;
}

/** All of one order: head with clock and actions, the main column, the side column. Takes files anywhere. */
export function OrderContent(props: ContentProps) {
  const t = useWords();
  const { order } = props;
  const [question, setQuestion] = useState<Question>(null);
  const files = useOrderFiles(order);
  const act = (action: OrderAction) => runAction(order, action, setQuestion);
  const drop = useFileDrop(files.take);
  return (
    <div className={styles['content']} {...drop.dropProps}>
      <div className={headStyles['head']}>
        <OrderHeadLine {...props} />
        <OrderClock order={order} />
        <OrderActionBar order={order} onAction={act} />
      </div>
      {files.asked === null ? null : (
        <LabelOrFile fileName={files.asked.name} hasLabel={order.label !== null} onAnswer={files.answer} />
      )}
      <div className={styles['body']} data-over={drop.isOver ? '' : undefined}>
        <MainColumn
          order={order}
          files={files}
          onRaw={() => setQuestion('raw')}
          onCancel={() => setQuestion('cancel')}
        />
        <SideColumn order={order} files={files} />
      </div>
      {drop.isOver ? (
        <div className={styles['dropping']}>
          <Icon name="upload" />
          {t('attachments:dropHere')}
        </div>
      ) : null}
      <Questions order={order} question={question} onClose={() => setQuestion(null)} />
    </div>
  );
}

interface ColumnProps {
  readonly order: OrderView;
  readonly files: OrderFilesState;
}

function MainColumn(props: ColumnProps & { readonly onRaw: () => void; readonly onCancel: () => void }) {
  const { order, files } = props;
  const column = useRef<HTMLDivElement>(null);
  // A fresh result of the label belongs into view, also when the file was dropped on the head.
  useEffect(() => {
    if (files.attached !== null)
      column.current?.querySelector('[data-part="label"]')?.scrollIntoView({ block: 'nearest' });
  }, [files.attached]);
  return (
    <div ref={column} className={styles['main']}>
      {order.buyerNote === null ? null : <BuyerNote text={order.buyerNote} />}
      {order.hold === null ? null : <HoldNote hold={order.hold} />}
      <OrderCases order={order} />
      <OrderAfterSales orderId={order.card.orderId} />
      <OrderItems lines={order.lines} />
      <OrderSiblings order={order} />
      <OrderChecks order={order} onCancel={props.onCancel} />
      <OrderDeadlines order={order} />
      <OrderParcels order={order} />
      <LabelArea order={order} attached={files.attached} isReading={files.isReading} onFiles={files.takeLabel} />
      {order.effects.length === 0 ? null : <OrderEffects effects={order.effects} />}
      <OrderTimeline timeline={order.timeline} onRaw={props.onRaw} />
    </div>
  );
}

function SideColumn(props: ColumnProps) {
  const { order } = props;
  return (
    <div className={styles['side']}>
      <ShipTo order={order} />
      <OrderTotals order={order} />
      <OrderFiles order={order} attach={props.files.attach} />
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
