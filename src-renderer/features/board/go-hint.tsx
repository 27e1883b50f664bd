import { useWords } from '../../i18n/use-words.ts';
import { PLACES } from '../../stores/route.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PLACE_KEYS } from '../../ui/key-table.ts';
import styles from './go-hint.module.css';
import { useGoKeys } from './go-keys.ts';

/** After G: the places and their letters, until one is pressed. */
export function GoHint() {
  const t = useWords();
  const isWaiting = useGoKeys((keys) => keys.isWaiting);
  if (!isWaiting) return null;
  return (
    <div className={styles['hint']} role="status">
      <b>{t('board:palette.goTo')}</b>
      {PLACES.map((place) => (
        <span key={place}>
          <KeyCap keys={[PLACE_KEYS[place]]} /> {t(`common:place.${place}`)}
        </span>
      ))}
    </div>
  );
}
