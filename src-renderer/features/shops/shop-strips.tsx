import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { faultWords } from './fault-words.ts';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';
import type { ShopHealth } from './shop-health.ts';

/** What wants a hand: the fault with its remedy, a key about to die, orders that could not be read. */
export function ShopStrips(props: { readonly shop: ShopView; readonly health: ShopHealth }) {
  const t = useWords();
  const { shop, health } = props;
  return (
    <>
      {shop.lastFault === null ? null : <FaultStrip code={shop.lastFault} isSyncing={shop.isSyncing} />}
      {health.keyDays === null || shop.lastFault?.startsWith('key-') === true ? null : (
        <div className={styles['strip']} data-tone={health.keyDays < 1 ? 'late' : 'soon'}>
          <Icon name="key" size={20} />
          <p>
            <b>{keyWords(health.keyDays, t)}</b>
            {t('shops:remedy.key-expired')}
          </p>
        </div>
      )}
      {shop.oddOrderCount === 0 ? null : (
        <div className={styles['strip']} data-tone="soon">
          <Icon name="alert" size={20} />
          <p>
            <b>{t('shops:fact.oddCount', { count: shop.oddOrderCount })}</b>
            {t('shops:fact.oddHelp')}
          </p>
        </div>
      )}
    </>
  );
}

function FaultStrip(props: { readonly code: string; readonly isSyncing: boolean }) {
  const t = useWords();
  const { what, remedy } = faultWords(props.code, '', t);
  return (
    <div className={styles['strip']} data-tone="late" role="alert">
      <Icon name="alert" size={20} />
      <p>
        <b>{what}</b>
        {remedy}
      </p>
      <Button icon="refresh" isBusy={props.isSyncing} onPress={() => void run(invoke('shops.syncNow', {}))}>
        {t('common:action.retry')}
      </Button>
    </div>
  );
}

function keyWords(days: number, t: Words): string {
  if (days < 0) return t('shops:key.expired');
  return days === 0 ? t('shops:key.today') : t('shops:key.left', { count: days });
}
