import { useEffect, useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { loadAppState } from '../../stores/app-state.ts';
import { syncClock, useMinuteMs } from '../../stores/now.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { run } from './run-shops.ts';
import { ShopCard } from './shop-card.tsx';
import styles from './shops-page.module.css';

/** All shops with their health, and the way to one more. */
export function ShopsPage() {
  const t = useWords();
  const { value, error, reload } = useQuery('shops.list', {}, ['shops.changed']);
  const [isConnecting, setIsConnecting] = useState(false);
  const shops = value?.shops ?? [];
  const mainNowMs = value?.nowMs;
  useEffect(() => {
    if (mainNowMs !== undefined) syncClock(mainNowMs);
  }, [mainNowMs]);
  const isSyncing = shops.some((shop) => shop.isSyncing);
  return (
    <main className={styles['page']}>
      <div className={styles['inside']}>
        <header className={styles['head']}>
          <h1>{t('shops:title')}</h1>
          {shops.length === 0 ? null : (
            <Button icon="refresh" isBusy={isSyncing} onPress={() => void run(invoke('shops.syncNow', {}))}>
              {isSyncing ? t('shops:list.syncing') : t('shops:list.syncNow')}
            </Button>
          )}
          <Button kind="primary" icon="plus" onPress={() => setIsConnecting(true)}>
            {t('shops:list.connect')}
          </Button>
        </header>
        {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
        {value === null && error === null ? <Skeleton width="100%" height={132} /> : null}
        {value === null ? null : <ShopList shops={shops} />}
      </div>
      {isConnecting ? <ConnectDialog shop={null} onClose={() => setIsConnecting(false)} /> : null}
    </main>
  );
}

function ShopList(props: { readonly shops: readonly ShopView[] }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  if (props.shops.length === 0) {
    return (
      <div className={styles['state']}>
        <EmptyState icon="shop" title={t('shops:list.none')} text={t('shops:list.noneBody')}>
          <Button onPress={() => void run(invoke('shops.startDemo', {}).then(loadAppState))}>
            {t('shops:list.startDemo')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles['list']}>
      {props.shops.map((shop) => (
        <ShopCard key={shop.id} shop={shop} nowMs={nowMs} />
      ))}
    </div>
  );
}
