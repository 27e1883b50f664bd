import { useRef } from 'react';
import { agoText, spanWords } from '../i18n/clock-text.ts';
import { codeText } from '../i18n/code-text.ts';
import { printerName } from '../i18n/printer-name.ts';
import { useWords } from '../i18n/use-words.ts';
import { printerCondition } from '../printing/printer-condition.ts';
import { causeOf } from '../printing/stop-cause.ts';
import { thingsToLookAt } from '../printing/to-look-at.ts';
import { labelPrinter, useBatches, useMachines } from '../stores/machines.ts';
import { useMinuteMs } from '../stores/now.ts';
import { closeOutbox, openOutbox, useOutboxPanel } from '../stores/outbox-panel.ts';
import { goTo } from '../stores/route.ts';
import { shopHealth } from '../stores/shop-health.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './health.module.css';
import { OutboxPanel } from './outbox-panel.tsx';

/** Shops, pushes and printer at a glance: a fault is a tinted chip with words, all well is a dot and a grey line. */
export function Health() {
  const t = useWords();
  return (
    <div className={styles['health']} role="group" aria-label={t('common:health.label')}>
      <Shops />
      <Outbox />
      <PrinterState />
    </div>
  );
}

function Shops() {
  const t = useWords();
  const nowMs = useMinuteMs();
  const shops = useMachines((machines) => machines.shops);
  if (shops === null) return null;
  const health = shopHealth(shops);
  if (health.kind === 'stale') {
    const { shop } = health;
    const text =
      shop.lastGoodSyncMs === null
        ? t('common:health.shopNeverSynced', { shop: shop.name })
        : t('common:health.shopStale', { shop: shop.name, span: spanWords(nowMs - shop.lastGoodSyncMs, t) });
    return (
      <>
        <Item tone="late" text={text} onPress={() => goTo('shops')} />
        <OthersFine count={health.othersFine} />
      </>
    );
  }
  if (health.kind === 'fault') {
    const text = t('common:health.shopFault', {
      shop: health.shop.name,
      reason: codeText('fault', health.code, {}, t),
    });
    return <Item tone="soon" text={text} onPress={() => goTo('shops')} />;
  }
  if (health.kind === 'offline')
    return <Item tone="soon" text={t('common:health.shopOffline')} onPress={() => goTo('shops')} />;
  if (health.kind === 'none')
    return <Item tone="off" text={t('common:health.noShops')} onPress={() => goTo('shops')} />;
  if (health.kind === 'paused')
    return <Item tone="off" text={t('common:health.allPaused')} onPress={() => goTo('shops')} />;
  const fine = t('common:health.shopsFine', { count: health.count });
  const when = health.isSyncing
    ? t('common:health.syncing')
    : health.lastMs === null
      ? null
      : agoText(health.lastMs, nowMs, t);
  return <Item tone="ok" text={when === null ? fine : `${fine} · ${when}`} onPress={() => goTo('shops')} />;
}

/** Beside a stopped shop: the rest goes on. */
function OthersFine(props: { readonly count: number }) {
  const t = useWords();
  if (props.count === 0) return null;
  return (
    <span className={styles['others']}>
      <Item tone="ok" text={t('common:health.othersFine', { count: props.count })} onPress={() => goTo('shops')} />
    </span>
  );
}

function Outbox() {
  const t = useWords();
  const anchor = useRef<HTMLButtonElement>(null);
  const isOpen = useOutboxPanel((panel) => panel.isOpen);
  const effects = useMachines((machines) => machines.effects);
  const failed = effects.filter((effect) => effect.state === 'gave-up').length;
  if (effects.length === 0 && !isOpen) return null;
  const text =
    failed > 0
      ? t('common:health.pushFailed', { count: failed })
      : t('common:health.pushWaiting', { count: effects.length });
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles['item']}
        data-tone={failed > 0 ? 'soon' : 'plain'}
        onClick={openOutbox}
      >
        <Icon name={failed > 0 ? 'alert' : 'upload'} size={14} />
        {text}
      </button>
      <Popover isOpen={isOpen} onClose={closeOutbox} anchor={anchor} label={t('common:outbox.title')} width={420}>
        <OutboxPanel onClose={closeOutbox} />
      </Popover>
    </>
  );
}

function PrinterState() {
  const t = useWords();
  const printers = useMachines((machines) => machines.printers);
  const batches = useBatches();
  if (printers === null) return null;
  const open = () => goTo('printing');
  const printer = labelPrinter(printers);
  if (printer === null) return <Item tone="soon" icon="printer" text={t('common:health.noPrinter')} onPress={open} />;
  const stopped = batches.find((batch) => batch.state === 'stopped');
  if (stopped !== undefined) {
    const cause = t(`printing:cause.${causeOf(stopped, printers)}.name`);
    const isLone = stopped.jobs.length === 1;
    const text = isLone ? cause : t('common:health.batchStopped', { cause, number: stopped.stoppedAt ?? 1 });
    return <Item tone="late" icon="printer" text={text} onPress={open} />;
  }
  const said = printerCondition(printer, t);
  if (said.tone === 'late' || said.tone === 'soon') {
    const text = t('common:health.printerTrouble', { what: said.text });
    return <Item tone={said.tone} icon="printer" text={text} onPress={open} />;
  }
  const { count, tone } = thingsToLookAt(batches);
  if (count > 0) {
    return <Item tone={tone} icon="printer" text={t('common:health.printerLook', { count })} onPress={open} />;
  }
  return <Item tone="plain" icon="printer" text={printerName(printer, t)} onPress={open} />;
}

function Item(props: {
  readonly tone: 'ok' | 'plain' | 'soon' | 'late' | 'off';
  readonly text: string;
  readonly icon?: 'printer';
  readonly onPress: () => void;
}) {
  const icon = props.icon ?? (props.tone === 'late' || props.tone === 'soon' ? 'alert' : null);
  return (
    <button type="button" className={styles['item']} data-tone={props.tone} onClick={props.onPress} title={props.text}>
      {icon === null ? <span className={styles['dot']} data-tone={props.tone} /> : <Icon name={icon} size={14} />}
      <span className={styles['text']}>{props.text}</span>
    </button>
  );
}
