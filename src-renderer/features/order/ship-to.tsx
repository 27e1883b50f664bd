import type { KeyboardEvent } from 'react';
import type { AddressView, OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatCountry } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import buttonStyles from '../../ui/button.module.css';
import { KeyCap } from '../../ui/key-cap.tsx';
import { MaskedText } from './masked-text.tsx';
import { copyText } from '../../stores/copy-text.ts';
import { OrderSection } from './order-section.tsx';
import styles from './ship-to.module.css';
import { useHeldKey } from './use-held-key.ts';
import { Unseal } from './unseal.tsx';
import { useReveal, type Reveal } from './use-reveal.ts';

/** Where the parcel goes: masked, in full only while the button or the key V is held down. */
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
  return (
    <OrderSection title={t('order:shipTo.title')}>
      <Address address={reveal.address ?? order.address} isShown={reveal.address !== null} />
      {reveal.hasFailed ? <p role="alert">{t('order:shipTo.failed')}</p> : null}
      <div className={styles['acts']}>
        <RevealButton reveal={reveal} />
        {reveal.address === null ? null : <CopyButton address={reveal.address} />}
      </div>
      {order.isAddressSealed ? <Unseal orderId={order.card.orderId} /> : null}
    </OrderSection>
  );
}

function Address(props: { readonly address: AddressView; readonly isShown: boolean }) {
  const t = useWords();
  const { address } = props;
  const lines = addressLines(address);
  return (
    <address className={styles['address']} data-shown={props.isShown ? '' : undefined}>
      {lines.map((line, index) => (
        <p key={index}>{props.isShown ? line : <MaskedText text={line} />}</p>
      ))}
      {address.country === null ? null : <p>{formatCountry(address.country)}</p>}
      {address.phone === null ? null : (
        <p className={styles['phone']} title={t('order:shipTo.phone')}>
          {props.isShown ? address.phone : <MaskedText text={address.phone} />}
        </p>
      )}
      {address.customsId === null ? null : (
        <p className={styles['phone']}>
          {t('order:shipTo.customsId')} {props.isShown ? address.customsId : <MaskedText text={address.customsId} />}
        </p>
      )}
    </address>
  );
}

/** Name, street, then place in the order most labels use. */
function addressLines(address: AddressView): string[] {
  const place = [address.city, address.region, address.postcode]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return [address.name, ...address.lines, place].filter((line) => line !== '');
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

/** Reachable only while V is held: copying is a way of showing. */
function CopyButton(props: { readonly address: AddressView }) {
  const t = useWords();
  const { address } = props;
  const text = [...addressLines(address), address.country ?? '', address.phone ?? '', address.customsId ?? '']
    .filter((line) => line !== '')
    .join('\n');
  return (
    <Button icon="copy" onPress={() => copyText(text, t('common:action.copied'))}>
      {t('order:shipTo.copy')}
    </Button>
  );
}
