import { useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { faultWords, isKeyFault } from './fault-words.ts';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';
import type { ShopHealth } from './shop-health.ts';

/** What wants a hand: the fault with its remedy, a key about to die, orders that could not be read. */
export function ShopStrips(props: { readonly shop: ShopView; readonly health: ShopHealth }) {
  const t = useWords();
  const { shop, health } = props;
  return (
    <>
      {shop.lastFault === null ? null : <FaultStrip shop={shop} code={shop.lastFault} />}
      {health.keyDays === null || (shop.lastFault !== null && isKeyFault(shop.lastFault)) ? null : (
        <div className={styles['strip']} data-tone={health.keyDays < 1 ? 'late' : 'soon'}>
          <Icon name="key" size={20} />
          <p>
            <b>{keyWords(health.keyDays, t)}</b>
            {t('shops:remedy.key-expired')}
          </p>
          <NewKey shop={shop} />
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

function FaultStrip(props: { readonly shop: ShopView; readonly code: string }) {
  const t = useWords();
  const { what, remedy } = faultWords(props.code, '', t);
  return (
    <div className={styles['strip']} data-tone="late" role="alert">
      <Icon name="alert" size={20} />
      <p>
        <b>{what}</b>
        {remedy}
      </p>
      {isKeyFault(props.code) ? <NewKey shop={props.shop} /> : null}
      <Button icon="refresh" isBusy={props.shop.isSyncing} onPress={() => void run(invoke('shops.syncNow', {}))}>
        {t('common:action.retry')}
      </Button>
    </div>
  );
}

/** The way to another key; the demo's shop has none of the seller's. */
function NewKey(props: { readonly shop: ShopView }) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (props.shop.isDemo) return null;
  return (
    <>
      <Button icon="key" onPress={() => setIsOpen(true)}>
        {t('shops:newKey.do')}
      </Button>
      {isOpen ? <ConnectDialog shop={props.shop} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function keyWords(days: number, t: Words): string {
  if (days < 0) return t('shops:key.expired');
  return days === 0 ? t('shops:key.today') : t('shops:key.left', { count: days });
}
