import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { checkText, codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { carryOut } from '../../stores/carry-out.ts';
import { canAccept, checkFix, checksView } from './checks-view.ts';
import { CorrectAddressDialog } from './correct-address-dialog.tsx';
import styles from './order-checks.module.css';
import { openLink } from '../../stores/open-link.ts';
import { openProduct } from '../../stores/route.ts';
import { OrderSection } from './order-section.tsx';

/** Failing checks first, each with its way out; what passed in one quiet line. */
export function OrderChecks(props: { readonly order: OrderView; readonly onCancel: () => void }) {
  const t = useWords();
  const { order } = props;
  const view = checksView(order);
  const passed = view.passed.map((group) => t(`order:checks.group.${group}`)).join(t('order:checks.separator'));
  const count = view.openCount === 0 ? t('order:checks.fine') : t('order:checks.open', { count: view.openCount });
  return (
    <OrderSection title={t('order:checks.title')} count={count}>
      <ul>
        {view.failing.map((check) => (
          <FailingCheck
            key={`${check.code} ${check.params['sku'] ?? ''}`}
            order={order}
            check={check}
            onCancel={props.onCancel}
          />
        ))}
        {passed === '' ? null : (
          <li className={styles['check']}>
            <Icon name="check" />
            <span>{t('order:checks.passed', { groups: passed })}</span>
          </li>
        )}
        {order.address === null ? <li className={styles['quiet']}>{t('order:checks.hidden')}</li> : null}
      </ul>
    </OrderSection>
  );
}

interface CheckProps {
  readonly order: OrderView;
  readonly check: OrderView['checks'][number];
  readonly onCancel: () => void;
}

function FailingCheck(props: CheckProps) {
  const t = useWords();
  const { order, check } = props;
  const [isBusy, setIsBusy] = useState(false);
  const { title, detail } = checkText(check, t);
  const accept = async () => {
    setIsBusy(true);
    await carryOut('accept-check', () => invoke('orders.acceptCheck', { id: order.card.orderId, check: check.code }));
    setIsBusy(false);
  };
  const isSevere = check.code === 'cancelled-after-label' || check.code === 'cancel-requested';
  return (
    <li
      className={`${styles['check']} ${check.isAccepted ? styles['accepted'] : check.blocking ? styles['open'] : styles['warn']}`}
      data-severe={isSevere ? '' : undefined}
    >
      <Icon name={check.isAccepted ? 'check' : 'alert'} />
      <p className={styles['words']}>
        <b>{title}</b>
        {check.isAccepted ? t('order:checks.accepted') : detail}
      </p>
      {check.isAccepted ? null : <CheckFix {...props} />}
      {canAccept(check) ? (
        <Button kind="link" size="small" isBusy={isBusy} onPress={() => void accept()}>
          {codeText('accept', check.code)}
        </Button>
      ) : null}
    </li>
  );
}

/** What mends it from here; the seller centre where nothing does. */
function CheckFix(props: CheckProps) {
  const t = useWords();
  const { order, check } = props;
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { orderLink } = order;
  const sku = check.params['sku'];
  switch (checkFix(order, check)) {
    case 'correct-address':
      return (
        <>
          <Button size="small" icon="pen" onPress={() => setIsCorrecting(true)}>
            {t('address:correct')}
          </Button>
          {isCorrecting ? <CorrectAddressDialog order={order} onClose={() => setIsCorrecting(false)} /> : null}
        </>
      );
    case 'see-stock':
      return (
        <Button size="small" onPress={() => openProduct(sku ?? null)}>
          {t('board:fix.openStock')}
        </Button>
      );
    case 'cancel':
      return (
        <Button size="small" onPress={props.onCancel}>
          {t('order:action.cancel')}
        </Button>
      );
    case null:
      return orderLink === null ? null : (
        <Button size="small" icon="link" onPress={() => void openLink(orderLink)}>
          {t('order:checks.open')}
        </Button>
      );
  }
}
