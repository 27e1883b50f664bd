import { useState, type KeyboardEvent } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCountry } from '../../i18n/format.ts';
import { currentWords, useWords } from '../../i18n/use-words.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { copyText } from '../../stores/copy-text.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import buttonStyles from '../../ui/button.module.css';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { AddressLines, addressText } from './address-lines.tsx';
import { CorrectAddressDialog } from './correct-address-dialog.tsx';
import { OrderSection } from './order-section.tsx';
import styles from './ship-to.module.css';
import { Unseal } from './unseal.tsx';
import { useHeldKey } from './use-held-key.ts';
import { useReveal, type Reveal } from './use-reveal.ts';

/** Where the parcel goes: masked, in full only while the button or the key V is held down; what the check found; the way to mend it. */
export function ShipTo(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const reveal = useReveal(order.card.orderId);
  useHeldKey('v', reveal);
  if (order.address === null) {
    return (
      <OrderSection title={t('order:shipTo.title')}>
        {order.card.country === null ? null : <p>{formatCountry(order.card.country)}</p>}
        {order.isAddressSealed ? (
          <Unseal orderId={order.card.orderId} />
        ) : (
          <p className={styles['dim']}>{t('order:shipTo.hidden')}</p>
        )}
      </OrderSection>
    );
  }
  const copy = (
    <IconButton icon="copy" label={t('order:shipTo.copy')} onPress={() => void copyAddress(order.card.orderId)} />
  );
  return (
    <OrderSection
      title={t('order:shipTo.title')}
      {...(order.isAddressCorrected ? { count: t('address:corrected') } : {})}
      {...(order.isAddressSealed ? {} : { end: copy })}
    >
      <AddressLines address={reveal.address ?? order.address} isShown={reveal.address !== null} />
      {reveal.hasFailed ? <p role="alert">{t('order:shipTo.failed')}</p> : null}
      <div className={styles['acts']}>
        <RevealButton reveal={reveal} />
      </div>
      {order.isAddressSealed ? <Unseal orderId={order.card.orderId} /> : <CheckResult faults={order.addressFaults} />}
      <Correction order={order} />
    </OrderSection>
  );
}

/** All of the address goes to the clipboard without being shown. */
async function copyAddress(id: string): Promise<void> {
  try {
    const { address } = await invoke('orders.reveal', { id });
    const t = currentWords();
    if (address === null) showToast({ tone: 'late', text: t('order:shipTo.failed') });
    else copyText(addressText(address), t('common:action.copied'));
  } catch (thrown) {
    showError(thrown);
  }
}

/** What a carrier would send the parcel back for, one line a field; or that nothing was found. */
function CheckResult(props: { readonly faults: readonly string[] }) {
  const t = useWords();
  const { faults } = props;
  return (
    <ul className={styles['faults']}>
      {faults.length === 0 ? (
        <li data-tone="ok">
          <Icon name="check" size={14} />
          {t('address:fine')}
        </li>
      ) : (
        faults.map((fault) => (
          <li key={fault} data-tone="soon">
            <Icon name="alert" size={14} />
            {codeText('addressFault', fault, {}, t)}
          </li>
        ))
      )}
    </ul>
  );
}

/** The way to mend the address; once mended, the platform's own and the way back to it. */
function Correction(props: { readonly order: OrderView }) {
  const t = useWords();
  const { order } = props;
  const [isOpen, setIsOpen] = useState(false);
  const id = order.card.orderId;
  const back = () => carryOut('correct-address', () => invoke('orders.correctAddress', { id, address: null }));
  return (
    <>
      {order.originalAddress === null || !order.isAddressCorrected ? null : (
        <div className={styles['original']}>
          <h4>{t('address:original')}</h4>
          <AddressLines address={order.originalAddress} isShown={false} />
        </div>
      )}
      {order.card.lane === null ? null : (
        <div className={styles['acts']}>
          <Button size="small" icon="pen" onPress={() => setIsOpen(true)}>
            {t('address:correct')}
          </Button>
          {order.isAddressCorrected ? (
            <Button size="small" icon="undo" onPress={() => void back()}>
              {t('address:back')}
            </Button>
          ) : null}
        </div>
      )}
      {isOpen ? <CorrectAddressDialog order={order} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** Held with the pointer, or with space or Enter; losing the focus lets go as well. */
function RevealButton(props: { readonly reveal: Reveal }) {
  const t = useWords();
  const { hold, letGo, isHeld } = props.reveal;
  const isPress = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  return (
    <button
      type="button"
      className={buttonStyles['button']}
      data-kind="plain"
      data-size="medium"
      data-no-command=""
      aria-pressed={isHeld}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        hold();
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onBlur={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (isPress(event) && !event.repeat) hold();
      }}
      onKeyUp={(event) => {
        if (isPress(event)) letGo();
      }}
    >
      <Icon name="eye" />
      <span>{isHeld ? t('order:shipTo.revealing') : t('order:shipTo.reveal')}</span>
      <KeyCap keys={['V']} />
    </button>
  );
}
