import { useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';

/** A first sync, or a long catching-up: how far, how many, and the way to stop it and go on. */
export function Backfill(props: { readonly shopId: string; readonly backfill: NonNullable<ShopView['backfill']> }) {
  const t = useWords();
  const { shopId: id, backfill } = props;
  const { part, isStopped } = backfill;
  const [isBusy, setIsBusy] = useState(false);
  const change = async () => {
    setIsBusy(true);
    await run(invoke(isStopped ? 'shops.resumeBackfill' : 'shops.stopBackfill', { id }));
    setIsBusy(false);
  };
  const percent = part === null ? null : Math.floor(part * 100);
  const count = t('shops:backfill.count', { count: backfill.orderCount, figure: formatCount(backfill.orderCount) });
  const how = isStopped ? t('shops:backfill.stopped') : t('shops:backfill.running');
  return (
    <div className={styles['backfill']}>
      <div>
        <p>
          {how} · {count}
          {percent === null ? '' : ` · ${percent}%`}
        </p>
        <div
          className={styles['bar']}
          role="progressbar"
          aria-label={how}
          aria-valuemin={0}
          aria-valuemax={100}
          data-stopped={isStopped ? '' : undefined}
          data-unknown={percent === null ? '' : undefined}
          {...(percent === null ? {} : { 'aria-valuenow': percent })}
        >
          <i style={{ width: `${percent ?? 100}%` }} />
        </div>
      </div>
      <Button size="small" icon={isStopped ? 'play' : 'pause'} isBusy={isBusy} onPress={() => void change()}>
        {isStopped ? t('shops:backfill.resume') : t('shops:backfill.stop')}
      </Button>
    </div>
  );
}
