import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './order-items.module.css';
import { OrderSection } from './order-section.tsx';

type Line = OrderView['lines'][number];

/** What goes into the parcel: picture, name, variant on its own line, shelf, how many, price of one. */
export function OrderItems(props: { readonly lines: readonly Line[] }) {
  const t = useWords();
  const pieces = props.lines.reduce((sum, line) => sum + line.quantity, 0);
  const count = `${props.lines.length} · ${t('order:items.pieces', { count: pieces })}`;
  return (
    <OrderSection title={t('order:items.title')} count={count}>
      <ul>
        {props.lines.map((line) => (
          <OrderItem key={line.remoteId} line={line} />
        ))}
      </ul>
    </OrderSection>
  );
}

function OrderItem(props: { readonly line: Line }) {
  const { line } = props;
  return (
    <li className={styles['item']}>
      <span className={styles['picture']}>
        {line.picture === null ? <Icon name="box" size={20} /> : <img src={line.picture} alt="" draggable={false} />}
      </span>
      <div className={styles['name']}>
        <p className={styles['title']} title={line.title}>
          {line.title}
        </p>
        <p className={styles['variant']}>
          {line.variant}
          <span className={styles['sku']}>{line.sku}</span>
        </p>
      </div>
      {line.bin === null ? null : <Chip>{line.bin}</Chip>}
      <b className={styles['quantity']} data-many={line.quantity > 1 ? '' : undefined}>
        ×{line.quantity}
      </b>
      <span className={styles['price']}>
        {line.unitPrice === null ? '' : formatMoney(line.unitPrice)}
        <StockFact line={line} />
      </span>
    </li>
  );
}

/** Pieces on the shelf: a quiet fact while they suffice, red when they do not. */
function StockFact(props: { readonly line: Line }) {
  const t = useWords();
  const { stock, quantity } = props.line;
  if (stock === null) return null;
  if (stock >= quantity) return <span className={styles['stock']}>{t('order:items.stock', { count: stock })}</span>;
  return <Chip tone="late">{t('order:items.short', { count: quantity - stock })}</Chip>;
}
