import type { AddressView } from '../../../src-main/contract/methods/orders.ts';
import { formatCountry } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { MaskedText } from './masked-text.tsx';
import styles from './ship-to.module.css';

/** An address as it is read on a label; masked runs are drawn as bars unless it is shown. */
export function AddressLines(props: { readonly address: AddressView; readonly isShown: boolean }) {
  const t = useWords();
  const { address, isShown } = props;
  const text = (line: string) => (isShown ? line : <MaskedText text={line} />);
  return (
    <address className={styles['address']} data-shown={isShown ? '' : undefined}>
      {addressLines(address).map((line, index) => (
        <p key={index}>{text(line)}</p>
      ))}
      {address.country === null ? null : <p>{formatCountry(address.country)}</p>}
      {address.phone === null ? null : (
        <p className={styles['phone']} title={t('order:shipTo.phone')}>
          {text(address.phone)}
        </p>
      )}
      {address.customsId === null ? null : (
        <p className={styles['phone']}>
          {t('order:shipTo.customsId')} {text(address.customsId)}
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

/** All of an address as plain text, one line each, for the clipboard. */
export function addressText(address: AddressView): string {
  return [...addressLines(address), address.country ?? '', address.phone ?? '', address.customsId ?? '']
    .filter((line) => line !== '')
    .join('\n');
}
