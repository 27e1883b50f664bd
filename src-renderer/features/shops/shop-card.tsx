import { useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { spanOf, spanText } from '../../i18n/clock-text.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { RemoveShopDialog } from './remove-shop-dialog.tsx';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';
import { ShopFacts } from './shop-facts.tsx';
import { shopHealth, type ShopHealth } from './shop-health.ts';
import { ShopStrips } from './shop-strips.tsx';

/** One shop: how it stands, what is wrong with it in words, when orders last came in. */
export function ShopCard(props: { readonly shop: ShopView; readonly nowMs: number }) {
  const t = useWords();
  const { shop, nowMs } = props;
  const health = shopHealth(shop, nowMs);
  return (
    <article className={styles['card']}>
      <div className={styles['top']}>
        <PlatformBadge platform={shop.platform} size="large" />
        <div className={styles['name']}>
          <h2 title={shop.name}>{shop.name}</h2>
          {shop.isDemo ? <Chip>{t('shops:list.demo')}</Chip> : null}
        </div>
        <p className={styles['status']} data-tone={health.tone}>
          <i className={styles['dot']} />
          {statusWords(shop, health, nowMs, t)}
        </p>
        <ShopActions shop={shop} />
      </div>
      <ShopStrips shop={shop} health={health} />
      <ShopFacts shop={shop} health={health} nowMs={nowMs} />
    </article>
  );
}

function statusWords(shop: ShopView, health: ShopHealth, nowMs: number, t: Words): string {
  if (health.status !== 'stale') return t(`shops:status.${health.status}`);
  if (shop.lastGoodSyncMs === null) return t('shops:status.never');
  return t('shops:status.stale', { time: spanText(spanOf(nowMs - shop.lastGoodSyncMs), t) });
}

function ShopActions(props: { readonly shop: ShopView }) {
  const t = useWords();
  const { shop } = props;
  const [isLeaving, setIsLeaving] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const pause = async () => {
    setIsBusy(true);
    await run(invoke('shops.pause', { id: shop.id, isPaused: !shop.isPaused }));
    setIsBusy(false);
  };
  const remove = {
    id: 'remove',
    text: t('shops:action.remove'),
    icon: 'trash',
    tone: 'late',
    onPick: () => setIsLeaving(true),
  } as const;
  return (
    <>
      <Button icon={shop.isPaused ? 'play' : 'pause'} isBusy={isBusy} onPress={() => void pause()}>
        {shop.isPaused ? t('shops:action.resume') : t('shops:action.pause')}
      </Button>
      <Menu label={t('common:action.more')} entries={[remove]} />
      {isLeaving ? <RemoveShopDialog shop={shop} onClose={() => setIsLeaving(false)} /> : null}
    </>
  );
}
