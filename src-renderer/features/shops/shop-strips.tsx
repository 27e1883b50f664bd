import type { ReactNode } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { spanWords } from '../../i18n/clock-text.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { copyText } from '../../stores/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { addressIn, faultWords, isKeyFault } from './fault-words.ts';
import { run } from './run-shops.ts';
import styles from './shop-card.module.css';
import type { ShopQuestion } from './shop-dialogs.tsx';
import { isClockOff, type ShopHealth } from './shop-health.ts';

interface StripsProps {
  readonly shop: ShopView;
  readonly health: ShopHealth;
  readonly nowMs: number;
  readonly onAsk: (question: ShopQuestion) => void;
}

/** What wants a hand: the fault with its remedy, silence, a key about to die, a wrong clock, odd orders. */
export function ShopStrips(props: StripsProps) {
  const t = useWords();
  const { shop, health, onAsk } = props;
  const hasKeyFault = shop.lastFault !== null && isKeyFault(shop.lastFault);
  return (
    <>
      {shop.lastFault === null ? null : <FaultStrip {...props} code={shop.lastFault} />}
      {shop.lastFault === null && health.status === 'stale' ? <SilentStrip {...props} /> : null}
      {health.keyDays === null || hasKeyFault ? null : (
        <Strip
          tone={health.keyTone}
          icon="key"
          title={keyWords(health.keyDays, t)}
          text={faultWords('key-expired', '', t, shop.platform).remedy}
        >
          <NewKey shop={shop} onAsk={onAsk} />
        </Strip>
      )}
      <WarningStrip shop={shop} />
      {isClockOff(shop) ? <ClockStrip skewMs={shop.clockSkewMs ?? 0} /> : null}
      {shop.oddOrderCount === 0 ? null : (
        <Strip
          tone="soon"
          icon="alert"
          title={t('shops:fact.oddCount', { count: shop.oddOrderCount })}
          text={t('shops:fact.oddHelp')}
        >
          <Button onPress={() => onAsk('odd-orders')}>{t('shops:odd.look')}</Button>
        </Strip>
      )}
    </>
  );
}

function Strip(props: {
  readonly tone: 'late' | 'soon' | 'plain';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles['strip']} data-tone={props.tone} role={props.tone === 'late' ? 'alert' : undefined}>
      <Icon name={props.icon} size={20} />
      <p>
        <b>{props.title}</b>
        {props.text}
      </p>
      {props.children}
    </div>
  );
}

function FaultStrip(props: StripsProps & { readonly code: string }) {
  const t = useWords();
  const { shop, code, health, onAsk } = props;
  const { what, remedy } = faultWords(code, '', t, shop.platform);
  const address = code.startsWith('ip-not-allowed') ? addressIn(code) : null;
  return (
    <Strip
      tone={health.status === 'offline' ? 'soon' : 'late'}
      icon={health.status === 'offline' ? 'offline' : 'alert'}
      title={address === null ? what : `${what} · ${address}`}
      text={remedy}
    >
      {address === null ? null : (
        <Button icon="copy" onPress={() => copyText(address, t('common:action.copied'))}>
          {t('shops:check.copyIp')}
        </Button>
      )}
      {isKeyFault(code) ? <NewKey shop={shop} onAsk={onAsk} /> : null}
      <Retry shop={shop} />
    </Strip>
  );
}

/** No fault, and yet no orders for a quarter of an hour past the shop's own time. */
function SilentStrip(props: StripsProps) {
  const t = useWords();
  const { shop, nowMs } = props;
  const title =
    shop.lastGoodSyncMs === null
      ? t('shops:silent.never')
      : t('shops:silent.title', { span: spanWords(nowMs - shop.lastGoodSyncMs, t) });
  return (
    <Strip tone="late" icon="alert" title={title} text={t('shops:silent.help')}>
      <Retry shop={shop} />
    </Strip>
  );
}

/** The clock has a strip of its own, a stopped catching-up its bar. */
const SAID_ELSEWHERE = ['clock-off', 'backfill-stopped'];

/** What does not stop the orders. */
function WarningStrip(props: { readonly shop: ShopView }) {
  const t = useWords();
  const warnings = props.shop.warnings.filter((warning) => !SAID_ELSEWHERE.includes(warning));
  if (warnings.length === 0) return null;
  const text = warnings.map((warning) => warningText(warning, t)).join(t('board:listSeparator'));
  return <Strip tone="soon" icon="info" title={t('shops:warned.title')} text={text} />;
}

/** Cases are pulled on their own; what went wrong with them is said after the colon. */
function warningText(warning: string, t: Words): string {
  const cause = /^after-sales:(.+)$/.exec(warning)?.[1];
  if (cause === undefined) return codeText('warning', warning, {}, t);
  return `${codeText('warning', 'after-sales', {}, t)}: ${codeText('fault', cause, {}, t)}`;
}

function ClockStrip(props: { readonly skewMs: number }) {
  const t = useWords();
  const span = spanWords(Math.abs(props.skewMs), t);
  const title = props.skewMs > 0 ? t('shops:clock.slow', { span }) : t('shops:clock.fast', { span });
  return <Strip tone="soon" icon="clock" title={title} text={t('shops:remedy.clock-off')} />;
}

function Retry(props: { readonly shop: ShopView }) {
  const t = useWords();
  return (
    <Button icon="refresh" isBusy={props.shop.isSyncing} onPress={() => void run(invoke('shops.syncNow', {}))}>
      {t('common:action.retry')}
    </Button>
  );
}

/** The way to another key; the demo's shop has none of the seller's. */
function NewKey(props: { readonly shop: ShopView; readonly onAsk: (question: ShopQuestion) => void }) {
  const t = useWords();
  if (props.shop.isDemo) return null;
  return (
    <Button icon="key" onPress={() => props.onAsk('settings')}>
      {t('shops:newKey.do')}
    </Button>
  );
}

function keyWords(days: number, t: Words): string {
  if (days < 0) return t('shops:key.expired');
  return days === 0 ? t('shops:key.today') : t('shops:key.left', { count: days });
}
