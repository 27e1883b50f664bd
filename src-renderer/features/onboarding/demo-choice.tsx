import { useEffect, useState } from 'react';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { loadAppState } from '../../stores/app-state.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDemoProgress } from './use-demo-progress.ts';
import styles from './first-run.module.css';

type DemoState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly error: CallError };

/** The demo: a picture of the board, and after the press what is being set up until the app is ready. */
export function DemoChoice() {
  const t = useWords();
  const [demo, setDemo] = useState<DemoState>({ kind: 'idle' });
  const start = async () => {
    setDemo({ kind: 'starting' });
    try {
      await invoke('shops.startDemo', {});
      // The phase turns to ready once orders are in; the shell then leaves this screen.
      await loadAppState();
    } catch (thrown) {
      setDemo({ kind: 'failed', error: asCallError(thrown) });
    }
  };
  const isStarting = demo.kind === 'starting';
  useEnterKey(start, !isStarting);
  return (
    <section className={styles['choice']}>
      <h2>{t('onboarding:demo.title')}</h2>
      <p>{t('onboarding:demo.body')}</p>
      {isStarting ? <DemoProgress /> : <MiniBoard />}
      {demo.kind === 'failed' ? (
        <div className={styles['failed']}>
          <ErrorNote error={demo.error} />
        </div>
      ) : null}
      <Button
        kind={isStarting ? 'plain' : 'primary'}
        size="huge"
        keys={['Enter']}
        isBusy={isStarting}
        onPress={() => void start()}
      >
        {isStarting ? t('onboarding:demo.starting') : t('onboarding:demo.do')}
      </Button>
    </section>
  );
}

/** Enter starts the demo from anywhere but a control of its own. */
function useEnterKey(act: () => Promise<void>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isControl = event.target instanceof Element && event.target.closest('button, select, input, a') !== null;
      if (event.key === 'Enter' && !event.repeat && !isControl) void act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function DemoProgress() {
  const t = useWords();
  const done = useDemoProgress();
  return (
    <div className={styles['progress']} role="status">
      <ol>
        {(['shop', 'orders', 'printer'] as const).map((step) => (
          <li key={step} data-done={done[step] ? '' : undefined}>
            <i>{done[step] ? <Icon name="check" /> : null}</i>
            {t(`onboarding:demo.steps.${step}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Mark = 'plain' | 'soon' | 'late' | 'picked';

/** Four lanes of a small board; decoration. */
const MINI_LANES: readonly (readonly Mark[])[] = [
  ['soon', 'plain', 'plain'],
  ['plain'],
  ['late', 'picked', 'picked'],
  ['plain', 'plain'],
];

function MiniBoard() {
  return (
    <div className={styles['mini']} aria-hidden="true">
      {MINI_LANES.map((cards, lane) => (
        <div key={lane} className={styles['lane']}>
          <u />
          {cards.map((mark, card) => (
            <b key={card} data-mark={mark}>
              <i />
              <i />
            </b>
          ))}
        </div>
      ))}
    </div>
  );
}
