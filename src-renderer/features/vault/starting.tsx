import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import styles from './vault-screen.module.css';

/** After this it is worth saying that nothing is stuck: a migration of a large store takes its time. */
const LONG_AFTER_MS = 6_000;

/** The store is being opened. Nothing is drawn at first, so that a fast start does not flash. */
export function Starting() {
  const t = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section className={styles['panel']} role="status">
      <h1>{t('onboarding:vault.starting.title')}</h1>
      <p className={styles['lead']}>
        {isLong ? t('onboarding:vault.starting.long') : t('onboarding:vault.starting.body')}
      </p>
      <div className={styles['bar']}>
        <i />
      </div>
    </section>
  );
}
