import { agoText } from '../../i18n/clock-text.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatDayAndTime, formatTime } from '../../i18n/format.ts';
import { currentLocale, useWords, type Words } from '../../i18n/use-words.ts';
import { dayStartMs, useMachines } from '../../stores/machines.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { goTo } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Panel, PanelRow } from './panel.tsx';
import styles from './today-page.module.css';
import { shopLines, type ShopLine } from './shop-line.ts';

/** Each shop and its last good sync, the one that stands still first. */
export function ShopsPanel() {
  const t = useWords();
  const nowMs = useMinuteMs();
  const shops = useMachines((machines) => machines.shops);
  if (shops === null) return null;
  const lines = shopLines(shops);
  const stopped = lines.filter(({ kind }) => kind === 'stale' || kind === 'fault').length;
  const note = stopped > 0 ? t('today:shops.stopped', { count: stopped }) : t('today:shops.fine');
  if (lines.length === 0) {
    return (
      <Panel id="shops" title={t('today:shops.title')}>
        <div className={styles['none']}>
          <span>{t('today:shops.none')}</span>
          <Button icon="plus" onPress={() => goTo('shops')}>
            {t('today:shops.connect')}
          </Button>
        </div>
      </Panel>
    );
  }
  return (
    <Panel id="shops" title={t('today:shops.title')} note={note} noteTone={stopped > 0 ? 'late' : 'plain'}>
      {lines.map((line) => (
        <PanelRow key={line.shop.id} onPress={() => goTo('shops')}>
          <PlatformBadge platform={line.shop.platform} />
          <span>{line.shop.name}</span>
          <small data-tone={line.tone} title={stateText(line, nowMs, t)}>
            {stateText(line, nowMs, t)}
          </small>
        </PanelRow>
      ))}
    </Panel>
  );
}

/** Since when nothing has come: the hour it stopped, else how long ago the last good pull was. */
function lastWord(atMs: number | null, kind: 'fault' | 'stale', nowMs: number, t: Words): string | null {
  if (kind === 'fault') return atMs === null ? null : agoText(atMs, nowMs, t);
  if (atMs === null) return t('today:shops.staleNever');
  const isToday = dayStartMs(atMs) === dayStartMs(nowMs);
  return t('today:shops.stale', {
    time: isToday ? formatTime(atMs) : formatDayAndTime(atMs, nowMs, currentLocale(), t),
  });
}

function stateText({ shop, kind }: ShopLine, nowMs: number, t: Words): string {
  const { lastGoodSyncMs, lastFault } = shop;
  if (kind === 'fault' || kind === 'stale') {
    const reason = lastFault === null ? null : codeText('fault', lastFault, {}, t);
    const word = lastWord(lastGoodSyncMs, kind, nowMs, t);
    const parts = kind === 'stale' ? [word, reason] : [reason, word];
    return parts.filter((part) => part !== null).join(' · ');
  }
  if (kind === 'fine') return lastGoodSyncMs === null ? t('today:shops.never') : agoText(lastGoodSyncMs, nowMs, t);
  return t(`today:shops.${kind}`);
}
