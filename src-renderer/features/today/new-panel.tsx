import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showCards } from '../../stores/route.ts';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Panel } from './panel.tsx';
import styles from './new-panel.module.css';

/** New orders by shop. */
export function NewPanel(props: { readonly newOrders: TodayView['newOrders'] }) {
  const t = useWords();
  const { total, byShop } = props.newOrders;
  if (total === 0) return null;
  return (
    <Panel id="new" title={t('today:newOrders.title')} note={formatCount(total)}>
      <ul className={styles['shops']}>
        {byShop.map(({ shopId, platform, shopName, count, filter }) => (
          <li key={shopId}>
            <button
              type="button"
              data-stop=""
              aria-label={t('today:newOrders.label', { shop: shopName, count })}
              onClick={() => showCards(filter)}
            >
              <PlatformBadge platform={platform} />
              <span>{shopName}</span>
              <b>{formatCount(count)}</b>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
