import { useState } from 'react';
import type { EffectView } from '../../src-main/contract/methods/orders.ts';
import { invoke } from '../client/client.ts';
import { codeText } from '../i18n/code-text.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords, type Words } from '../i18n/use-words.ts';
import { showError } from '../stores/toast.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import styles from './effect-line.module.css';

const ICONS: Readonly<Record<string, IconName>> = {
  queued: 'clock',
  running: 'cloud',
  unconfirmed: 'refresh',
  done: 'check',
  'gave-up': 'alert',
  undone: 'undo',
  'by-hand': 'hand',
};

/** One change on its way to a platform: what, where it stands, and for what was not taken: push again, or done by hand. */
export function EffectLine(props: { readonly effect: EffectView }) {
  const t = useWords();
  const { effect } = props;
  const hasGivenUp = effect.state === 'gave-up';
  const what = codeText('effect', effect.kind, {}, t);
  return (
    <li
      className={styles['effect']}
      data-gave-up={hasGivenUp ? '' : undefined}
      data-undone={effect.state === 'undone' ? '' : undefined}
    >
      <Icon name={ICONS[effect.state] ?? 'cloud'} />
      <p className={styles['words']}>
        {hasGivenUp ? <b>{what}</b> : what}
        {effect.trackingNumber === null ? null : ` ${effect.trackingNumber}`}
        {hasGivenUp ? ` ${faultWords(effect, t)}` : null}
      </p>
      {hasGivenUp ? <WaysOut effectId={effect.id} /> : <span className={styles['state']}>{stateWords(effect, t)}</span>}
    </li>
  );
}

function faultWords(effect: EffectView, t: Words): string {
  const why =
    effect.code === null ? codeText('effectState', effect.state, {}, t) : codeText('fault', effect.code, {}, t);
  return effect.attempts === 0 ? why : `${why} · ${t('order:effects.attempts', { count: effect.attempts })}`;
}

function stateWords(effect: EffectView, t: Words): string {
  const state = codeText('effectState', effect.state, {}, t);
  return effect.state === 'queued'
    ? `${state} · ${t('order:effects.due', { when: formatTime(effect.dueAtMs) })}`
    : state;
}

function WaysOut(props: { readonly effectId: string }) {
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const run = async (method: 'outbox.retry' | 'outbox.doneByHand') => {
    setIsBusy(true);
    try {
      await invoke(method, { id: props.effectId });
    } catch (thrown) {
      showError(thrown);
    }
    setIsBusy(false);
  };
  return (
    <>
      <Button kind="link" size="small" isBusy={isBusy} onPress={() => void run('outbox.doneByHand')}>
        {t('order:effects.byHand')}
      </Button>
      <Button size="small" icon="refresh" isBusy={isBusy} onPress={() => void run('outbox.retry')}>
        {t('order:effects.retry')}
      </Button>
    </>
  );
}
