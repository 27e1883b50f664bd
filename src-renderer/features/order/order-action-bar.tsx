import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { slipEntries } from '../../printing/slip-entries.ts';
import { TagBar } from '../../tags/tag-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { mustBuy } from '../../labels/must-buy.ts';
import { printedCopies } from '../../labels/reprint-copies.ts';
import { orderActions, type OrderAction, type OrderActionId } from './order-actions.ts';
import styles from './order-head.module.css';

const ICONS: Readonly<Partial<Record<OrderActionId, IconName>>> = {
  print: 'printer',
  reprint: 'printer',
  'hand-over': 'truck',
  release: 'play',
  'mark-exception': 'alert',
  'mark-delivered': 'check',
  confirm: 'check',
  cancel: 'no',
};

/** The actions the view model allows: the next step as the one primary button, what is rare behind the dots. */
export function OrderActionBar(props: {
  readonly order: OrderView;
  readonly onAction: (action: OrderAction) => Promise<void>;
}) {
  const t = useWords();
  const { order } = props;
  const [busy, setBusy] = useState<OrderActionId | null>(null);
  const actions = orderActions(order);
  const copy = printedCopies(order) + 1;
  const words = (action: OrderAction) =>
    action.id === 'print' && mustBuy(order) ? t('parcels:buy.open') : t(`order:action.${action.id}`, { copy });
  const run = async (action: OrderAction) => {
    if (busy !== null) return;
    setBusy(action.id);
    await props.onAction(action);
    setBusy(null);
  };
  const rare = actions
    .filter((action) => action.isRare)
    .map((action): MenuEntry => {
      const icon = ICONS[action.id];
      const tone = action.id === 'cancel' ? 'late' : 'plain';
      return {
        id: action.id,
        text: words(action),
        tone,
        onPick: () => void run(action),
        ...(icon === undefined ? {} : { icon }),
      };
    });
  return (
    <div className={styles['actions']} role="group" aria-label={t('order:action.bar')}>
      {actions
        .filter((action) => !action.isRare)
        .map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            text={words(action)}
            isBusy={busy === action.id}
            onPress={() => void run(action)}
          />
        ))}
      <Menu label={t('order:action.more')} entries={[...slipEntries([order.card.orderId], t), ...rare]} />
      <span className={styles['tags']}>
        <TagBar orderId={order.card.orderId} tagIds={order.card.tagIds} />
      </span>
      <OrderChips order={order} />
    </div>
  );
}

function ActionButton(props: {
  readonly action: OrderAction;
  readonly text: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  const { action } = props;
  const icon = ICONS[action.id];
  return (
    <Button
      kind={action.isPrimary ? 'primary' : 'plain'}
      size="large"
      isBusy={props.isBusy}
      onPress={props.onPress}
      {...(icon === undefined ? {} : { icon })}
      {...(action.key === null ? {} : { keys: [action.key.toUpperCase()] })}
    >
      {props.text}
    </Button>
  );
}

/** Where the order stands: its lane, what it is doing right now, how many labels were printed. */
function OrderChips(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card } = props.order;
  const copies = printedCopies(props.order);
  const isStuck = card.step !== null && ['print-failed', 'push-failed'].includes(card.step.step);
  return (
    <span className={styles['chips']}>
      {card.step === null ? null : (
        <Chip tone={isStuck ? 'late' : card.step.step === 'print-unknown' ? 'soon' : 'accent'}>
          {codeText('step', card.step.step)}
        </Chip>
      )}
      {card.lane === null ? null : <Chip tone="info">{t(`board:lane.${card.lane}`)}</Chip>}
      {copies > 1 ? <Chip tone="soon">{t('order:state.copies', { count: copies })}</Chip> : null}
    </span>
  );
}
