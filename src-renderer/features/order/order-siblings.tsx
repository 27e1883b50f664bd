import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { OrderSection } from './order-section.tsx';
import styles from './order-siblings.module.css';
import { groupActions } from './sibling-groups.ts';

type Sibling = OrderView['siblings'][number];

/** Other orders of the same buyer to the same address: which travel together, which could, and why not the rest. */
export function OrderSiblings(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card, siblings } = props.order;
  if (siblings.length === 0) return null;
  const { mergeable, together } = groupActions(siblings);
  const merge = (ids: readonly string[]) =>
    carryOut('merge', () => invoke('orders.merge', { ids: [card.orderId, ...ids] }));
  const part = (ids: readonly string[]) => carryOut('part', () => invoke('orders.part', { ids: [...ids] }));
  const end = (
    <>
      {mergeable.length < 2 ? null : (
        <Button kind="link" size="small" onPress={() => void merge(mergeable)}>
          {t('drawer:siblings.mergeAll')}
        </Button>
      )}
      {together.length < 2 ? null : (
        <Button kind="link" size="small" onPress={() => void part([card.orderId, ...together])}>
          {t('drawer:siblings.partAll')}
        </Button>
      )}
    </>
  );
  return (
    <OrderSection title={t('drawer:siblings.title')} count={String(siblings.length)} end={end}>
      <ul>
        {siblings.map((sibling) => (
          <SiblingLine
            key={sibling.orderId}
            sibling={sibling}
            onMerge={() => void merge([sibling.orderId])}
            onPart={() => void part([leaverOf(sibling, card)])}
          />
        ))}
      </ul>
    </OrderSection>
  );
}

/** Who leaves the shared parcel: the sibling, or, where the sibling's parcel is the one that carries both, this order. */
function leaverOf({ orderId }: Sibling, { parcelOf, orderId: own }: OrderView['card']): string {
  return parcelOf?.leadOrderId === orderId ? own : orderId;
}

function SiblingLine(props: { readonly sibling: Sibling; readonly onMerge: () => void; readonly onPart: () => void }) {
  const t = useWords();
  const { sibling } = props;
  const { orderId, remoteId, quantity, isTogether, refusal } = sibling;
  return (
    <li className={styles['sibling']}>
      <div className={styles['words']}>
        <p>
          <button
            type="button"
            className={styles['number']}
            aria-label={t('drawer:siblings.open', { number: remoteId })}
            onClick={() => openOrder(orderId)}
          >
            {remoteId}
          </button>
          {t('order:items.pieces', { count: quantity })}
        </p>
        {refusal === null || isTogether ? null : (
          <p className={styles['refusal']}>{codeText('refusal', refusal, {}, t)}</p>
        )}
      </div>
      {isTogether ? <Chip tone="ok">{t('drawer:siblings.together')}</Chip> : null}
      {isTogether ? (
        <Button size="small" onPress={props.onPart}>
          {t('drawer:siblings.part')}
        </Button>
      ) : refusal === null ? (
        <Button size="small" onPress={props.onMerge}>
          {t('drawer:siblings.merge')}
        </Button>
      ) : null}
    </li>
  );
}
