import type { ReactNode } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { agoText } from '../../i18n/clock-text.ts';
import { formatDateInYear, formatMoment, formatTime } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { goTo } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shop-card.module.css';
import type { ShopQuestion } from './shop-dialogs.tsx';
import type { ShopHealth } from './shop-health.ts';

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly hover?: string;
  readonly tone?: 'late' | 'soon';
}

interface FactsProps {
  readonly shop: ShopView;
  readonly health: ShopHealth;
  readonly nowMs: number;
  readonly onAsk: (question: ShopQuestion) => void;
}

/** The last good pull is always in view; then the next one, the key, the currency, the last comparison. */
export function ShopFacts(props: FactsProps) {
  const t = useWords();
  return (
    <dl className={styles['facts']}>
      {factsOf(props, t).map((fact) => (
        <div key={fact.name} data-tone={fact.tone}>
          <dt>{fact.name}</dt>
          <dd title={fact.hover}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(props: FactsProps, t: Words): Fact[] {
  const { shop, health, nowMs } = props;
  const { currency, keyExpiresAtMs, mode } = shop;
  const next = mode === 'file' ? null : nextText(shop, nowMs, t);
  return [
    lastGood(props, t),
    ...(next === null ? [] : [{ name: t('shops:fact.next'), value: next }]),
    ...(mode === 'file' ? [] : [{ name: t('shops:fact.key'), ...keyFact(keyExpiresAtMs, health, t) }]),
    ...(currency === null ? [] : [{ name: t('shops:fact.currency'), value: currency }]),
    ...(mode === 'file' ? [] : [reconcileFact(props, t)]),
    ...(shop.openCaseCount === 0 ? [] : [casesFact(shop.openCaseCount, t)]),
  ];
}

function lastGood({ shop, health, nowMs }: FactsProps, t: Words): Fact {
  const { lastGoodSyncMs, mode } = shop;
  const name = mode === 'file' ? t('shops:fact.lastImport') : t('shops:fact.lastGood');
  if (lastGoodSyncMs === null) return { name, value: t('shops:fact.never') };
  const isLate = health.status === 'stale' || health.status === 'fault';
  return {
    name,
    value: `${agoText(lastGoodSyncMs, nowMs, t)} · ${formatTime(lastGoodSyncMs)}`,
    hover: formatMoment(lastGoodSyncMs),
    ...(isLate ? { tone: 'late' as const } : {}),
  };
}

function nextText({ isSyncing, nextSyncMs }: ShopView, nowMs: number, t: Words): string | null {
  if (isSyncing || (nextSyncMs !== null && nextSyncMs <= nowMs)) return t('shops:fact.now');
  return nextSyncMs === null ? null : formatTime(nextSyncMs);
}

function keyFact(expiresAtMs: number | null, health: ShopHealth, t: Words): Omit<Fact, 'name'> {
  if (expiresAtMs === null) return { value: t('shops:fact.keyUnknown') };
  const value = formatDateInYear(expiresAtMs);
  return health.keyTone === 'plain' ? { value } : { value, tone: health.keyTone };
}

function casesFact(count: number, t: Words): Fact {
  return {
    name: t('cases:title'),
    value: (
      <Button kind="link" size="small" onPress={() => goTo('cases')}>
        {t('shops:fact.cases', { count })}
      </Button>
    ),
  };
}

/** How the last comparison with the platform's own list went; the whole report is one press away. */
function reconcileFact({ shop, nowMs, onAsk }: FactsProps, t: Words): Fact {
  const { lastReconcile } = shop;
  const name = t('shops:fact.reconcile');
  const count = lastReconcile === null ? 0 : lastReconcile.missing + lastReconcile.stale + lastReconcile.unreadable;
  const text =
    lastReconcile === null
      ? t('shops:fact.never')
      : count === 0
        ? t('shops:fact.reconcileFine', { when: agoText(lastReconcile.atMs, nowMs, t) })
        : t('shops:fact.reconcileFound', { count, when: agoText(lastReconcile.atMs, nowMs, t) });
  return {
    name,
    value: (
      <Button kind="link" size="small" onPress={() => onAsk('reconcile')}>
        {text}
      </Button>
    ),
    ...(lastReconcile !== null && lastReconcile.unreadable > 0 ? { tone: 'soon' as const } : {}),
  };
}
