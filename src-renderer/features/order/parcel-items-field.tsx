import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Pieces } from './parcel-items.ts';
import styles from './order-parcels.module.css';

/** How many pieces of each line lie in the parcel. */
export function ParcelItemsField(props: {
  readonly lines: OrderView['lines'];
  readonly pieces: Pieces;
  /** Most that may be taken, by line. */
  readonly left: Pieces;
  readonly onChange: (pieces: Pieces) => void;
}) {
  const t = useWords();
  const { lines, pieces, left, onChange } = props;
  return (
    <fieldset className={styles['pieces']}>
      <legend>{t('parcels:items.title')}</legend>
      <ul>
        {lines.map((line) => {
          const count = pieces[line.remoteId] ?? 0;
          const most = Math.max(left[line.remoteId] ?? 0, 0);
          const set = (next: number) => onChange({ ...pieces, [line.remoteId]: Math.max(0, Math.min(most, next)) });
          return (
            <li key={line.remoteId}>
              <span className={styles['piece']} title={line.title}>
                {line.title}
                {line.variant === null ? null : <small>{line.variant}</small>}
              </span>
              <IconButton
                icon="minus"
                label={t('parcels:items.fewer', { title: line.title })}
                isDisabled={count === 0}
                onPress={() => set(count - 1)}
              />
              <b className={styles['count']}>
                {count}
                <small> / {line.quantity}</small>
              </b>
              <IconButton
                icon="plus"
                label={t('parcels:items.more', { title: line.title })}
                isDisabled={count >= most}
                onPress={() => set(count + 1)}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
