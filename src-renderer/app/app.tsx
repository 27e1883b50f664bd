import { useEffect } from 'react';
import { FirstRun } from '../features/onboarding/first-run.tsx';
import { ConnectShop } from '../features/shops/connect-shop.tsx';
import { VaultScreen } from '../features/vault/vault-screen.tsx';
import { useWords } from '../i18n/use-words.ts';
import { loadAppState, useAppStore, watchAppState } from '../stores/app-state.ts';
import { startClock } from '../stores/now.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { watchFirstPlace } from './first-place.ts';
import { LiveRegion } from './live-region.tsx';
import { Shell } from './shell.tsx';
import { refuseStrayDrops } from './stray-drops.ts';
import { TopBar } from './top-bar.tsx';
import { useAppearance } from './use-appearance.ts';

/** The window: what the app's phase asks for. */
export function App() {
  useEffect(startClock, []);
  useEffect(watchFirstPlace, []);
  useEffect(watchAppState, []);
  useEffect(refuseStrayDrops, []);
  useAppearance();
  const phase = useAppStore((store) => store.state?.phase ?? 'starting');
  return (
    <ErrorBoundary key={phase}>
      {phase === 'ready' ? (
        <Shell />
      ) : (
        <div className={styles['window']}>
          <TopBar isBare />
          <div className={styles['area']}>
            <BeforeReady phase={phase} />
          </div>
        </div>
      )}
      <LiveRegion />
    </ErrorBoundary>
  );
}

function BeforeReady(props: {
  readonly phase: 'starting' | 'new-passphrase' | 'passphrase' | 'recovery' | 'first-run';
}) {
  const t = useWords();
  const error = useAppStore((store) => store.error);
  if (error !== null) return <ErrorNote error={error} onRetry={() => void loadAppState()} />;
  if (props.phase === 'first-run') return <FirstRun connectForm={ConnectShop} />;
  if (props.phase !== 'starting') return <VaultScreen />;
  return (
    <div className={styles['starting']}>
      <EmptyState icon="clock" title={t('common:starting.title')} text={t('common:starting.text')} />
    </div>
  );
}
