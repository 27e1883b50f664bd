import { useState, type ComponentType } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { loadAppState } from '../../stores/app-state.ts';
import { Icon } from '../../ui/icon.tsx';
import { Steps } from '../../ui/steps.tsx';
import { DemoChoice } from './demo-choice.tsx';
import styles from './first-run.module.css';
import { LanguageChoice } from './language-choice.tsx';
import { ShopChoice } from './shop-choice.tsx';

type Platform = CardView['platform'];
const STEPS = ['start', 'shops', 'board'] as const;

/** The form that connects a shop; it belongs to the shops, so the app hands it in. */
export type ConnectForm = ComponentType<{
  readonly platform: Platform;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}>;

/** The first screen of a new seller: the demo or a shop, her language, and where her data stays. */
export function FirstRun(props: { readonly connectForm: ConnectForm }) {
  const t = useWords();
  const [platform, setPlatform] = useState<Platform | null>(null);
  return (
    <main className={styles['screen']}>
      <header className={styles['head']}>
        <Steps
          steps={STEPS.map((id) => ({ id, text: t(`onboarding:steps.${id}`) }))}
          now={platform === null ? 'start' : 'shops'}
        />
      </header>
      <div className={styles['middle']}>
        {platform === null ? (
          <Start onPick={setPlatform} />
        ) : (
          <Connect form={props.connectForm} platform={platform} onBack={() => setPlatform(null)} />
        )}
      </div>
      <footer className={styles['foot']}>
        <Icon name="lock" />
        {t('onboarding:promise')}
        <span className={styles['grow']} />
        <LanguageChoice />
      </footer>
    </main>
  );
}

function Start(props: { readonly onPick: (platform: Platform) => void }) {
  const t = useWords();
  return (
    <section className={styles['start']}>
      <h1>{t('onboarding:title')}</h1>
      <p className={styles['lead']}>{t('onboarding:lead')}</p>
      <div className={styles['two']}>
        <DemoChoice />
        <ShopChoice onPick={props.onPick} />
      </div>
    </section>
  );
}

function Connect(props: { readonly form: ConnectForm; readonly platform: Platform; readonly onBack: () => void }) {
  const t = useWords();
  const { form: Form, platform, onBack } = props;
  return (
    <section className={styles['connect']}>
      <h1>{t('onboarding:connect.title', { platform: t(`common:platform.${platform}`) })}</h1>
      <p className={styles['lead']}>{t('onboarding:connect.lead')}</p>
      <div className={styles['panel']}>
        <Form platform={platform} onConnected={() => void loadAppState()} onCancel={onBack} />
      </div>
    </section>
  );
}
