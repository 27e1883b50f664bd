import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { agoText } from '../../i18n/clock-text.ts';
import { formatDate, formatMoment, formatTime } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import styles from './shop-card.module.css';
import type { ShopHealth } from './shop-health.ts';

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly hover?: string;
  readonly tone?: 'late' | 'soon';
}

/** The last good pull is always in view; then the next one, the key, the currency. */
export function ShopFacts(props: { readonly shop: ShopView; readonly health: ShopHealth; readonly nowMs: number }) {
  const t = useWords();
  return (
    <dl className={styles['facts']}>
      {factsOf(props.shop, props.health, props.nowMs, t).map((fact) => (
        <div key={fact.name} data-tone={fact.tone}>
          <dt>{fact.name}</dt>
          <dd title={fact.hover}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(shop: ShopView, health: ShopHealth, nowMs: number, t: Words): Fact[] {
  const { lastGoodSyncMs, nextSyncMs, keyExpiresAtMs, currency } = shop;
  const isLate = health.status === 'stale' || health.status === 'fault';
  const lastGood: Fact =
    lastGoodSyncMs === null
      ? { name: t('shops:fact.lastGood'), value: t('shops:fact.never') }
      : {
          name: t('shops:fact.lastGood'),
          value: `${agoText(lastGoodSyncMs, nowMs, t)} · ${formatTime(lastGoodSyncMs)}`,
          hover: formatMoment(lastGoodSyncMs),
          ...(isLate ? { tone: 'late' as const } : {}),
        };
  const next =
    shop.isSyncing || (nextSyncMs !== null && nextSyncMs <= nowMs)
      ? t('shops:fact.now')
      : nextSyncMs === null
        ? null
        : formatTime(nextSyncMs);
  return [
    lastGood,
    ...(next === null ? [] : [{ name: t('shops:fact.next'), value: next }]),
    { name: t('shops:fact.key'), ...keyFact(keyExpiresAtMs, health, t) },
    ...(currency === null ? [] : [{ name: t('shops:fact.currency'), value: currency }]),
  ];
}

function keyFact(expiresAtMs: number | null, health: ShopHealth, t: Words): Omit<Fact, 'name'> {
  if (expiresAtMs === null) return { value: t('shops:fact.keyUnknown') };
  const value = formatDate(expiresAtMs);
  if (health.keyDays === null) return { value };
  return { value, tone: health.keyDays < 1 ? 'late' : 'soon' };
}
