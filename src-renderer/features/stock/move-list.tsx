import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { formatCount, formatDayAndTime, formatMoment } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { openOrder } from '../../stores/route.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './product-panel.module.css';

type Move = MethodOutput<'stock.moves'>['moves'][number];

/** Where its pieces came from and went, newest first. */
export function MoveList(props: { readonly sku: string }) {
  const t = useWords();
  const { value, error, reload } = useQuery('stock.moves', { sku: props.sku }, ['stock.changed']);
  return (
    <section>
      <h3>{t('stock:moves.title')}</h3>
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value?.moves.length === 0 ? <p className={styles['hint']}>{t('stock:moves.none')}</p> : null}
      <ol className={styles['list']}>
        {value?.moves.map((move, index) => (
          <MoveRow key={`${move.atMs} ${index}`} move={move} />
        ))}
      </ol>
    </section>
  );
}

function MoveRow(props: { readonly move: Move }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { atMs, delta, quantity, reason, note, orderId } = props.move;
  const sign = delta > 0 ? '+' : delta < 0 ? '−' : '±';
  return (
    <li>
      <b data-tone={delta < 0 ? 'fewer' : 'more'}>
        {sign}
        {formatCount(Math.abs(delta))}
      </b>
      <span>
        {t(`stock:moves.${reason}`)}
        {note === '' ? null : ` · ${note}`}
      </span>
      {orderId === null ? null : (
        <Button size="small" kind="link" onPress={() => openOrder(orderId)}>
          {t('stock:moves.order')}
        </Button>
      )}
      <small>{t('stock:moves.after', { quantity: formatCount(quantity) })}</small>
      <time dateTime={new Date(atMs).toISOString()} title={formatMoment(atMs)}>
        {formatDayAndTime(atMs, nowMs, currentLocale(), t)}
      </time>
    </li>
  );
}
