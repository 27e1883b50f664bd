import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { copyText } from '../../stores/copy-text.ts';
import { openLink } from '../../stores/open-link.ts';
import styles from './order-head.module.css';

export interface Position {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** Badge, number, way to the seller centre, place in the lane, close. */
export function OrderHeadLine(props: {
  readonly order: OrderView;
  readonly position: Position | null;
  readonly onClose: () => void;
  readonly onStep: (direction: -1 | 1) => void;
}) {
  const t = useWords();
  const { card, orderLink } = props.order;
  return (
    <div className={styles['top']}>
      <PlatformBadge platform={card.platform} size="large" />
      <h2 className={styles['number']} data-selectable="" title={card.remoteId}>
        {card.remoteId}
      </h2>
      <IconButton
        icon="copy"
        label={t('order:drawer.copyNumber')}
        onPress={() => copyText(card.remoteId, t('common:action.copied'))}
      />
      <span className={styles['grow']} />
      {orderLink === null ? null : (
        <Button kind="quiet" icon="link" onPress={() => void openLink(orderLink)}>
          {t('order:drawer.sellerCentre')}
        </Button>
      )}
      {props.position === null ? null : <Steps position={props.position} onStep={props.onStep} />}
      <IconButton icon="cross" label={t('order:drawer.close')} onPress={props.onClose} />
    </div>
  );
}

function Steps(props: { readonly position: Position; readonly onStep: (direction: -1 | 1) => void }) {
  const t = useWords();
  const { index, count } = props.position;
  return (
    <span className={styles['position']}>
      <button type="button" aria-label={t('order:drawer.previous')} onClick={() => props.onStep(-1)}>
        <KeyCap keys={['K']} />
      </button>
      {index + 1} / {count}
      <button type="button" aria-label={t('order:drawer.next')} onClick={() => props.onStep(1)}>
        <KeyCap keys={['J']} />
      </button>
    </span>
  );
}
