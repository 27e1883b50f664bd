import { useAnnouncement } from '../stores/announce.ts';
import styles from './live-region.module.css';

/** What is spoken to a screen reader. The key makes the same words count as new. */
export function LiveRegion() {
  const { text, turn } = useAnnouncement();
  return (
    <div className={styles['region']} aria-live="polite" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
