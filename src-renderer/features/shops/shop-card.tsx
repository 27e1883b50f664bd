import { useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { spanOf, spanText } from '../../i18n/clock-text.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { useFileDrop } from '../../labels/use-file-drop.ts';
import { openImport } from '../../stores/file-dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Backfill } from './backfill.tsx';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';
import { ShopDialogs, type ShopQuestion } from './shop-dialogs.tsx';
import { ShopFacts } from './shop-facts.tsx';
import { ShopFiles } from './shop-files.tsx';
import { shopHealth, type ShopHealth } from './shop-health.ts';
import { ShopStrips } from './shop-strips.tsx';
import { WithoutApi } from './without-api.tsx';

/** One shop: how it stands, what is wrong with it in words, when orders last came in. Takes an order file that is dropped on it. */
export function ShopCard(props: { readonly shop: ShopView; readonly nowMs: number }) {
  const t = useWords();
  const { shop, nowMs } = props;
  const [question, setQuestion] = useState<ShopQuestion | null>(null);
  const health = shopHealth(shop, nowMs);
  const drop = useFileDrop(([file]) => openImport(shop.id, file ?? null));
  return (
    <article className={styles['card']} aria-label={shop.name} {...drop.dropProps}>
      <div className={styles['top']}>
        <PlatformBadge platform={shop.platform} size="large" />
        <div className={styles['name']}>
          <h2 title={shop.name}>{shop.name}</h2>
          {shop.isDemo ? <Chip>{t('shops:list.demo')}</Chip> : null}
          {shop.mode === 'file' ? <Chip tone="info">{t('shops:way.chip')}</Chip> : null}
        </div>
        <p className={styles['status']} data-tone={health.tone}>
          <i className={styles['dot']} />
          {statusWords(shop, health, nowMs, t)}
        </p>
        <ShopActions shop={shop} onAsk={setQuestion} />
      </div>
      <ShopStrips shop={shop} health={health} nowMs={nowMs} onAsk={setQuestion} />
      {shop.backfill === null ? null : <Backfill shopId={shop.id} backfill={shop.backfill} />}
      {shop.mode === 'file' ? <ShopFiles shop={shop} /> : null}
      <ShopFacts shop={shop} health={health} nowMs={nowMs} onAsk={setQuestion} />
      <WithoutApi shop={shop} />
      {drop.isOver ? (
        <div className={styles['dropping']}>
          <Icon name="upload" size={24} />
          {t('files:import.dropHere')}
        </div>
      ) : null}
      {question === null ? null : <ShopDialogs shop={shop} question={question} onClose={() => setQuestion(null)} />}
    </article>
  );
}

function statusWords(shop: ShopView, health: ShopHealth, nowMs: number, t: Words): string {
  if (health.status !== 'stale') return t(`shops:status.${health.status}`);
  if (shop.lastGoodSyncMs === null) return t('shops:status.never');
  return t('shops:status.stale', { time: spanText(spanOf(nowMs - shop.lastGoodSyncMs), t) });
}

function ShopActions(props: { readonly shop: ShopView; readonly onAsk: (question: ShopQuestion) => void }) {
  const t = useWords();
  const { shop, onAsk } = props;
  const [isBusy, setIsBusy] = useState(false);
  const pause = async () => {
    setIsBusy(true);
    await run(invoke('shops.pause', { id: shop.id, isPaused: !shop.isPaused }));
    setIsBusy(false);
  };
  const hasSettings = shop.mode === 'api' && !shop.isDemo;
  const entries: MenuEntry[] = [
    { id: 'rename', text: t('shops:action.rename'), icon: 'pen', onPick: () => onAsk('rename') },
    ...(hasSettings
      ? [{ id: 'settings', text: t('shops:action.settings'), icon: 'key' as const, onPick: () => onAsk('settings') }]
      : []),
    { id: 'import', text: t('files:palette.import'), icon: 'upload', onPick: () => openImport(shop.id) },
    { id: 'remove', text: t('shops:action.remove'), icon: 'trash', tone: 'late', onPick: () => onAsk('remove') },
  ];
  return (
    <>
      {shop.mode === 'file' ? null : (
        <Button icon={shop.isPaused ? 'play' : 'pause'} isBusy={isBusy} onPress={() => void pause()}>
          {shop.isPaused ? t('shops:action.resume') : t('shops:action.pause')}
        </Button>
      )}
      <Menu label={t('common:action.more')} entries={entries} />
    </>
  );
}
