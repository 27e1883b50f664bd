import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { shopHealth } from '../../stores/shop-health.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './today-page.module.css';

/** While the line is down: what still works, and what waits. */
export function OfflineStrip() {
  const t = useWords();
  const shops = useMachines((machines) => machines.shops);
  const waiting = useMachines((machines) => machines.effects.length);
  if (shops === null || shopHealth(shops).kind !== 'offline') return null;
  return (
    <div className={styles['offline']} role="status">
      <Icon name="offline" size={20} />
      <p>
        <b>{t('today:offline.title')}</b>
        <span>{waiting === 0 ? t('today:offline.textNone') : t('today:offline.text', { count: waiting })}</span>
      </p>
    </div>
  );
}
