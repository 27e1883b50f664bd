import { useRef, useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { fromTimeField, toTimeField } from '../../cases/local-time.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './order-deadlines.module.css';
import { presetTime, PROMISE_PRESETS } from './promise-times.ts';

/** Sets, moves or drops the time by which the seller promised to ship. */
export function PromiseButton(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card, promisedMs } = props.order;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const promise = (untilMs: number | null) => {
    setIsOpen(false);
    void carryOut('promise', () => invoke('orders.promise', { ids: [card.orderId], untilMs }));
  };
  return (
    <>
      <Button ref={button} kind="link" size="small" onPress={() => setIsOpen(true)}>
        {promisedMs === null ? t('drawer:promise.set') : t('drawer:promise.change')}
      </Button>
      <Popover isOpen={isOpen} onClose={() => setIsOpen(false)} anchor={button} label={t('drawer:promise.title')}>
        <PromiseForm promisedMs={promisedMs} onPromise={promise} />
      </Popover>
    </>
  );
}

function PromiseForm(props: {
  readonly promisedMs: number | null;
  readonly onPromise: (untilMs: number | null) => void;
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { promisedMs, onPromise } = props;
  const [exact, setExact] = useState(promisedMs === null ? '' : toTimeField(promisedMs));
  const exactMs = fromTimeField(exact);
  const isPast = exactMs !== null && exactMs <= nowMs;
  const isReady = exactMs !== null && !isPast && exactMs !== promisedMs;
  return (
    <form
      className={styles['promise']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onPromise(exactMs);
      }}
    >
      <h3>{t('drawer:promise.title')}</h3>
      <div className={styles['presets']}>
        {PROMISE_PRESETS.map((preset) => {
          const atMs = presetTime(preset, nowMs);
          return atMs === null ? null : (
            <Button key={preset} size="small" onPress={() => onPromise(atMs)}>
              {t(`drawer:promise.${preset}`)}
            </Button>
          );
        })}
      </div>
      <TextField
        label={t('drawer:promise.exact')}
        type="datetime-local"
        value={exact}
        error={isPast ? t('drawer:promise.past') : null}
        onChange={setExact}
      />
      <div className={styles['acts']}>
        {promisedMs === null ? null : (
          <Button kind="quiet" onPress={() => onPromise(null)}>
            {t('drawer:promise.drop')}
          </Button>
        )}
        <Button type="submit" kind="primary" isDisabled={!isReady}>
          {t('drawer:promise.save')}
        </Button>
      </div>
    </form>
  );
}
