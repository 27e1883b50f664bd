import { invoke } from '../client/client.ts';
import { codeText } from '../i18n/code-text.ts';
import { numberTail } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { useMachines, type WaitingEffect } from '../stores/machines.ts';
import { goTo, openOrder } from '../stores/route.ts';
import { showError } from '../stores/toast.ts';
import { Button } from '../ui/button.tsx';
import styles from './outbox-panel.module.css';

/** Pushes that gave up, each with its ways out, then those under way. */
export function OutboxPanel(props: { readonly onClose: () => void }) {
  const t = useWords();
  const effects = useMachines((machines) => machines.effects);
  const failed = effects.filter((effect) => effect.state === 'gave-up');
  const waiting = effects.filter((effect) => effect.state !== 'gave-up');
  return (
    <div className={styles['panel']}>
      {failed.length === 0 ? null : (
        <>
          <h2>{t('common:outbox.title')}</h2>
          <p className={styles['hint']}>{t('common:outbox.hint')}</p>
        </>
      )}
      <ul>
        {failed.map((effect) => (
          <Row key={effect.id} effect={effect} onClose={props.onClose} />
        ))}
      </ul>
      {waiting.length === 0 ? null : <h3>{t('common:outbox.waitingTitle')}</h3>}
      <ul>
        {waiting.map((effect) => (
          <Row key={effect.id} effect={effect} onClose={props.onClose} />
        ))}
      </ul>
      {effects.length === 0 ? <p className={styles['hint']}>{t('common:outbox.empty')}</p> : null}
    </div>
  );
}

function Row(props: { readonly effect: WaitingEffect; readonly onClose: () => void }) {
  const { effect } = props;
  const t = useWords();
  const settle = (method: 'outbox.retry' | 'outbox.doneByHand') => () =>
    void invoke(method, { id: effect.id }).catch(showError);
  const open = () => {
    props.onClose();
    if (effect.orderId === null) goTo('cases');
    else openOrder(effect.orderId);
  };
  const state =
    effect.code === null ? codeText('effectState', effect.state, {}, t) : codeText('fault', effect.code, {}, t);
  return (
    <li className={styles['row']}>
      <button type="button" className={styles['open']} onClick={open}>
        <b>{codeText('effect', effect.kind, {}, t)}</b>
        <span>{numberTail(effect.remoteId)}</span>
        <small>{state}</small>
      </button>
      {effect.state === 'gave-up' ? (
        <>
          <Button size="small" onPress={settle('outbox.retry')}>
            {t('common:outbox.retry')}
          </Button>
          <Button size="small" kind="link" onPress={settle('outbox.doneByHand')}>
            {t('common:outbox.byHand')}
          </Button>
        </>
      ) : null}
    </li>
  );
}
